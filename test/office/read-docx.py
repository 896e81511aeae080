"""Reads a docx as python-docx sees it, saves it again, and prints what it saw as json: in, out."""

import json
import sys

import docx

source, target = sys.argv[1:]
document = docx.Document(source)
section = document.sections[0]
print(
    json.dumps(
        {
            "title": document.core_properties.title,
            "language": document.core_properties.language,
            "created": document.core_properties.created.isoformat(),
            "headings": [
                [paragraph.style.name, paragraph.text]
                for paragraph in document.paragraphs
                if paragraph.style.name.lower().startswith("heading")
            ],
            "tables": [
                [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
            ],
            "header": [paragraph.text for paragraph in section.header.paragraphs],
            "page": [round(section.page_width.cm, 1), round(section.page_height.cm, 1)],
            "inline": len(document.inline_shapes),
        }
    )
)
document.save(target)
