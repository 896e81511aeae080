"""Edits a workbook as a script of an officer would. Reads one job as JSON from standard input, writes what it did.

Job: {"from": path, "to": path, "levels": {number: level}, "documents": [[indicator, level, title, location]],
"words": {heading: text}, "dataOnly": bool, "sort": bool}
"""

import json
import sys

from openpyxl import load_workbook

job = json.load(sys.stdin)
workbook = load_workbook(job["from"], data_only=job.get("dataOnly", False))
answers, documents = workbook["Penilaian"], workbook["Bukti"]
first = 6
last = answers.max_row


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[first - 1]}


for row in range(first, last + 1):
    number = str(answers.cell(row, columns(answers)["No"]).value)
    if number in job.get("levels", {}):
        answers.cell(row, columns(answers)["Tingkat"]).value = job["levels"][number]
        for heading, text in job.get("words", {}).items():
            answers.cell(row, columns(answers)[heading]).value = text

headings = ["Indikator", "Tingkat", "Judul dokumen", "Berkas atau tautan"]
for index, document in enumerate(job.get("documents", [])):
    for heading, value in zip(headings, document):
        documents.cell(first + index, columns(documents)[heading]).value = value

if job.get("sort"):
    level = columns(answers)["Tingkat"]
    rows = [[cell.value for cell in answers[row]] for row in range(first, last + 1)]
    rows.sort(key=lambda row: -(row[level - 1] or 0))
    for offset, row in enumerate(rows):
        for column, value in enumerate(row, start=1):
            answers.cell(first + offset, column).value = value

workbook.save(job["to"])
number, level = columns(answers)["No"], columns(answers)["Tingkat"]
rows = {str(answers.cell(row, number).value): row for row in range(first, last + 1)}
json.dump({"rows": rows, "formula": answers.cell(first, level + 1).value}, sys.stdout)
