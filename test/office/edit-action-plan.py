"""Edits an action plan as a coordinator would. Reads one job as JSON from standard input.

Job: {"from": path, "to": path, "statuses": {step id: word}, "finished": {step id: ISO day}, "sort": bool,
"insert": bool}: rows may be sorted by status, and an own column put before all others.
"""

import datetime
import json
import sys

from openpyxl import load_workbook

job = json.load(sys.stdin)
workbook = load_workbook(job["from"])
sheet = workbook["Langkah"]
first = 6
columns = {cell.value: cell.column for cell in sheet[first - 1]}

for row in range(first, sheet.max_row + 1):
    step = sheet.cell(row, columns["Kunci"]).value
    if step in job["statuses"]:
        sheet.cell(row, columns["Status"]).value = job["statuses"][step]
    if step in job.get("finished", {}):
        day = datetime.date.fromisoformat(job["finished"][step])
        sheet.cell(row, columns["Tanggal selesai"]).value = day

if job.get("sort"):
    rows = [[cell.value for cell in sheet[row]] for row in range(first, sheet.max_row + 1)]
    rows.sort(key=lambda row: (row[columns["Status"] - 1], row[columns["Kunci"] - 1]))
    for offset, row in enumerate(rows):
        for column, value in enumerate(row, start=1):
            sheet.cell(first + offset, column).value = value

if job.get("insert"):
    sheet.insert_cols(1)
    sheet.cell(first - 1, 1).value = "Kolom saya"

workbook.save(job["to"])
