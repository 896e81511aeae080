import { start } from '../src/start.ts';

// As in bin/spbe.js, without the await that a script of CommonJS cannot have.
start();
