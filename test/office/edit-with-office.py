"""Does in LibreOffice what officers do by hand. Reads one job as JSON from standard input, writes what it saw.

Job: {"profile": folder, "steps": [{"from": path, "to": path or null, "do": "values" | "filter" | "tab", "count": n}]}
"""

import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import GREATER_EQUAL

job = json.load(sys.stdin)
pipe = "spbe%d" % (time.time_ns() % 10**9)
office = subprocess.Popen(
    [
        "soffice",
        f"-env:UserInstallation=file://{job['profile']}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("no LibreOffice")


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoStartOfUsedArea(False)
    cursor.gotoEndOfUsedArea(True)
    return cursor


def values(document, _):
    """Paste special, values only, over every sheet."""
    for sheet in document.Sheets:
        sheet.unprotect("")
        area = used(sheet)
        area.setDataArray(area.getDataArray())
        sheet.protect("")


def filtered(document, _):
    """Only levels of 3 and more are shown; so the workbook is saved."""
    sheet = document.Sheets["Penilaian"]
    sheet.unprotect("")
    area = sheet.getCellRangeByPosition(0, 4, 22, used(sheet).RangeAddress.EndRow)
    criteria = area.createFilterDescriptor(True)
    criteria.ContainsHeader = True
    field = TableFilterField()
    field.Field, field.IsNumeric, field.NumericValue, field.Operator = 5, True, 3, GREATER_EQUAL
    criteria.setFilterFields((field,))
    area.filter(criteria)
    sheet.protect("")
    return sum(not sheet.Rows[row].IsVisible for row in range(5, area.RangeAddress.EndRow + 1))


def tab(document, step):
    """Where the cursor comes to rest as somebody presses Tab."""
    controller = document.CurrentController
    controller.setActiveSheet(document.Sheets["Penilaian"])
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    run = lambda command, *options: dispatcher.executeDispatch(controller.Frame, command, "", 0, options)
    run(".uno:GoToCell", option("ToPoint", "$F$6"))
    seen = []
    for _ in range(step["count"]):
        seen.append(document.CurrentSelection.AbsoluteName.replace("$", "").split(".")[-1])
        run(".uno:JumpToNextUnprotected")
    return seen


actions = {"values": values, "filter": filtered, "tab": tab}
try:
    context = connect()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    results = []
    for step in job["steps"]:
        hidden = option("Hidden", True)
        document = desktop.loadComponentFromURL(f"file://{step['from']}", "_blank", 0, (hidden,))
        results.append(actions[step["do"]](document, step))
        if step.get("to"):
            kind = "Calc MS Excel 2007 XML" if step["to"].endswith(".xlsx") else "calc8"
            document.storeToURL(f"file://{step['to']}", (option("FilterName", kind),))
        document.close(True)
    json.dump(results, sys.stdout)
    desktop.terminate()
finally:
    office.terminate()
