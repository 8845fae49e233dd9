"""Draws the documents and charts of the sample datasets.

Every function takes the facts to draw and gives a Pillow image. A text that would leave its place stops the drawing:
what a question asks about must be readable.
"""

import math
from decimal import Decimal

from PIL import Image, ImageDraw, ImageFont

INK = (32, 36, 44)
FAINT = (110, 118, 130)
RULE = (196, 202, 210)
PAPER = (255, 255, 255)
SHADE = (240, 243, 247)
SERIES = [(37, 99, 168), (222, 122, 34), (46, 139, 87), (178, 58, 72), (122, 84, 160), (20, 140, 150), (150, 120, 60)]

FACES = {
    "sans": "DejaVuSans.ttf",
    "bold": "DejaVuSans-Bold.ttf",
    "mono": "DejaVuSansMono.ttf",
    "mono-bold": "DejaVuSansMono-Bold.ttf",
    "japanese": "ipagp.ttf",
}


class Sheet:
    """A picture with text and rules. Coordinates are pixels."""

    def __init__(self, width, height, ground=PAPER, mode="RGB"):
        self.image = Image.new(mode, (width, height), ground)
        self.pen = ImageDraw.Draw(self.image)
        self.width = width
        self.height = height

    def text(self, x, y, text, size, face="sans", ink=INK, anchor="ls", room=None, ground=None):
        """Writes one line; `room` is the most pixels it may take, `ground` a color to lay under it."""
        font = ImageFont.truetype(FACES[face], round(size))
        left, top, right, bottom = self.pen.textbbox((x, y), text, font=font, anchor=anchor)
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            raise ValueError(f"text leaves the sheet: {text!r}")
        if room is not None and right - left > room:
            raise ValueError(f"text needs {right - left} px, has {room}: {text!r}")
        if ground is not None:
            self.pen.rectangle([left - 2, top - 2, right + 2, bottom + 2], fill=ground)
        self.pen.text((x, y), text, font=font, fill=ink, anchor=anchor)

    def line(self, x1, y1, x2, y2, ink=RULE, width=1):
        self.pen.line([(round(x1), round(y1)), (round(x2), round(y2))], fill=ink, width=max(1, round(width)))

    def box(self, x1, y1, x2, y2, fill=None, outline=None, width=1):
        corners = [round(x1), round(y1), round(x2), round(y2)]
        self.pen.rectangle(corners, fill=fill, outline=outline, width=max(1, round(width)))


def money(value):
    """1234.5 as 1,234.50."""
    return f"{Decimal(value):,.2f}"


def net(items):
    """Net amount of lines of description, quantity, unit price."""
    return sum(Decimal(quantity) * Decimal(price) for _, quantity, price in items)


def tax(items, percent):
    """Tax on the net amount, rounded to cents."""
    return (net(items) * Decimal(percent) / 100).quantize(Decimal("0.01"))


INVOICE_WORDS = {"head": "INVOICE", "number": "Invoice no.", "due": "Due", "to": "Bill to", "total": "Total due"}
ORDER_WORDS = {"head": "PURCHASE ORDER", "number": "Order no.", "due": "Deliver by", "to": "Supplier",
               "total": "Order total"}


def invoice(width, height, facts, words=INVOICE_WORDS, accent=SERIES[0]):
    """An invoice on a portrait page, or a purchase order in the same layout."""
    symbol = facts["symbol"]
    u = width / 1000
    sheet = Sheet(width, height)
    sheet.box(0, 0, width, 18 * u, fill=accent)
    sheet.text(70 * u, 105 * u, facts["seller"], 34 * u, "bold", accent, room=480 * u)
    for row, line in enumerate(facts["seller_address"]):
        sheet.text(70 * u, (145 + 30 * row) * u, line, 20 * u, ink=FAINT, room=480 * u)
    sheet.text(930 * u, 105 * u, words["head"], 34 * u, "bold", anchor="rs", room=370 * u)
    meta = [(words["number"], facts["number"]), ("Date", facts["date"]), (words["due"], facts["due"])]
    for row, (label, value) in enumerate(meta):
        sheet.text(740 * u, (160 + 36 * row) * u, label, 20 * u, ink=FAINT, anchor="rs")
        sheet.text(930 * u, (160 + 36 * row) * u, value, 20 * u, "bold", anchor="rs", room=180 * u)
    sheet.text(70 * u, 300 * u, words["to"], 18 * u, ink=FAINT)
    for row, line in enumerate(facts["buyer"]):
        sheet.text(70 * u, (335 + 30 * row) * u, line, 22 * u, "bold" if row == 0 else "sans", room=600 * u)

    top = 470 * u
    sheet.box(70 * u, top, 930 * u, top + 50 * u, fill=accent)
    heads = [(85, "ls", "Description"), (570, "rs", "Qty"), (750, "rs", "Unit price"), (915, "rs", "Amount")]
    for x, anchor, text in heads:
        sheet.text(x * u, top + 34 * u, text, 20 * u, "bold", PAPER, anchor)
    y = top + 50 * u
    for row, (description, quantity, price) in enumerate(facts["items"]):
        if row % 2:
            sheet.box(70 * u, y, 930 * u, y + 48 * u, fill=SHADE)
        base = y + 32 * u
        sheet.text(85 * u, base, description, 20 * u, room=420 * u)
        sheet.text(570 * u, base, str(quantity), 20 * u, anchor="rs")
        sheet.text(750 * u, base, money(price), 20 * u, anchor="rs")
        sheet.text(915 * u, base, money(Decimal(quantity) * Decimal(price)), 20 * u, anchor="rs")
        y += 48 * u
    sheet.line(70 * u, y, 930 * u, y, INK, 2 * u)

    items = facts["items"]
    owed = tax(items, facts["tax_percent"])
    sums = [("Subtotal", net(items)), (f"{facts['tax']} {facts['tax_percent']} %", owed)]
    for label, value in sums:
        y += 44 * u
        sheet.text(740 * u, y, label, 20 * u, ink=FAINT, anchor="rs")
        sheet.text(915 * u, y, money(value), 20 * u, anchor="rs")
    y += 24 * u
    sheet.box(480 * u, y, 930 * u, y + 62 * u, fill=SHADE)
    sheet.text(500 * u, y + 41 * u, words["total"], 24 * u, "bold")
    sheet.text(915 * u, y + 41 * u, f"{symbol} {money(net(items) + owed)}", 26 * u, "bold", anchor="rs")
    foot = height - 70 * u
    if y + 90 * u > foot - 40 * u:
        raise ValueError("the sums meet the footer")
    sheet.line(70 * u, foot - 30 * u, 930 * u, foot - 30 * u, width=2 * u)
    sheet.text(500 * u, foot, facts["footer"], 17 * u, ink=FAINT, anchor="ms", room=860 * u)
    return sheet.image


def receipt(width, height, facts, faces=("mono", "mono-bold"), mode="RGB", ground=(253, 252, 248)):
    """A till receipt. `sums` are label and text; the last one is the total."""
    face, bold = faces
    u = width / 480
    sheet = Sheet(width, height, ground, mode)
    sheet.text(width / 2, 62 * u, facts["shop"], 30 * u, bold, anchor="ms", room=width * 0.92)
    y = 96 * u
    for line in facts["head"]:
        sheet.text(width / 2, y, line, 18 * u, face, FAINT, "ms", room=width * 0.92)
        y += 28 * u
    dashes(sheet, y, u)
    y += 38 * u
    for name, text in facts["items"]:
        sheet.text(30 * u, y, name, 20 * u, face, room=290 * u)
        sheet.text(width - 30 * u, y, text, 20 * u, face, anchor="rs", room=130 * u)
        y += 36 * u
    dashes(sheet, y - 12 * u, u)
    y += 28 * u
    for label, text in facts["sums"][:-1]:
        sheet.text(30 * u, y, label, 19 * u, face, FAINT, room=240 * u)
        sheet.text(width - 30 * u, y, text, 19 * u, face, FAINT, "rs", room=170 * u)
        y += 34 * u
    label, text = facts["sums"][-1]
    y += 12 * u
    sheet.text(30 * u, y, label, 30 * u, bold, room=190 * u)
    sheet.text(width - 30 * u, y, text, 30 * u, bold, anchor="rs", room=225 * u)
    y += 26 * u
    dashes(sheet, y, u)
    y += 40 * u
    for line in facts["foot"]:
        sheet.text(width / 2, y, line, 17 * u, face, FAINT, "ms", room=width * 0.92)
        y += 28 * u
    return sheet.image


def dashes(sheet, y, u):
    """A dashed rule across a receipt."""
    x = 26 * u
    while x + 10 * u <= sheet.width - 24 * u:
        sheet.line(x, y, x + 10 * u, y, FAINT, 2 * u)
        x += 18 * u


def form(width, height, facts):
    """A filled-in form: sections of fields, and choices with one box ticked."""
    u = width / 1000
    sheet = Sheet(width, height)
    sheet.text(70 * u, 95 * u, facts["title"], 40 * u, "bold", room=640 * u)
    sheet.text(70 * u, 132 * u, facts["subtitle"], 19 * u, ink=FAINT, room=640 * u)
    sheet.box(740 * u, 55 * u, 930 * u, 140 * u, outline=INK, width=2 * u)
    sheet.text(755 * u, 82 * u, facts["stamp"][0], 16 * u, ink=FAINT)
    sheet.text(755 * u, 120 * u, facts["stamp"][1], 23 * u, "mono-bold", room=160 * u)
    y = 190 * u
    for heading, fields in facts["sections"]:
        sheet.box(70 * u, y, 930 * u, y + 42 * u, fill=(52, 73, 94))
        sheet.text(85 * u, y + 29 * u, heading, 20 * u, "bold", PAPER)
        y += 62 * u
        for label, value in fields:
            sheet.text(70 * u, y + 34 * u, label, 19 * u, ink=FAINT, room=250 * u)
            sheet.box(330 * u, y, 930 * u, y + 50 * u, outline=RULE, width=2 * u)
            sheet.text(348 * u, y + 35 * u, value, 23 * u, "mono", (28, 58, 128), room=565 * u)
            y += 64 * u
        y += 18 * u
    for question, choices, chosen in facts["choices"]:
        sheet.text(70 * u, y + 26 * u, question, 19 * u, ink=FAINT, room=250 * u)
        x = 330 * u
        for choice in choices:
            sheet.box(x, y + 2 * u, x + 30 * u, y + 32 * u, outline=INK, width=3 * u)
            if choice == chosen:
                sheet.line(x + 6 * u, y + 17 * u, x + 13 * u, y + 26 * u, (28, 58, 128), 5 * u)
                sheet.line(x + 13 * u, y + 26 * u, x + 25 * u, y + 8 * u, (28, 58, 128), 5 * u)
            sheet.text(x + 44 * u, y + 26 * u, choice, 20 * u, room=145 * u)
            x += 200 * u
        y += 58 * u
    if y > height - 170 * u:
        raise ValueError("the choices meet the signature")
    base = height - 110 * u
    sheet.line(70 * u, base, 430 * u, base, INK, 2 * u)
    sheet.line(570 * u, base, 930 * u, base, INK, 2 * u)
    sheet.text(80 * u, base - 14 * u, facts["signed"][0], 22 * u, "mono", (28, 58, 128), room=340 * u)
    sheet.text(580 * u, base - 14 * u, facts["signed"][1], 22 * u, "mono", (28, 58, 128), room=340 * u)
    sheet.text(70 * u, base + 28 * u, facts["signature_labels"][0], 16 * u, ink=FAINT)
    sheet.text(570 * u, base + 28 * u, facts["signature_labels"][1], 16 * u, ink=FAINT)
    return sheet.image


def axis_step(top):
    """The step of 1, 2, 2.5 or 5 times a power of ten that gives four to eight ticks up to `top`."""
    magnitude = 10 ** math.floor(math.log10(top))
    for step in (0.1, 0.2, 0.25, 0.5, 1, 2):
        if top / (step * magnitude) <= 7:
            return step * magnitude
    raise ValueError(top)


def plot_area(sheet, facts, u, values):
    """Title, value axis and grid; gives the plot's corners and the value axis as a function."""
    sheet.text(40 * u, 52 * u, facts["title"], 28 * u, "bold", room=sheet.width - 80 * u)
    sheet.text(40 * u, 84 * u, facts["unit"], 17 * u, ink=FAINT, room=sheet.width - 80 * u)
    left, top, right, bottom = 105 * u, 150 * u, sheet.width - 40 * u, sheet.height - 70 * u
    step = axis_step(max(values) * 1.05)
    ticks = math.ceil(max(values) * 1.05 / step)
    span = ticks * step

    def height_of(value):
        return bottom - (bottom - top) * value / span

    for tick in range(ticks + 1):
        y = height_of(tick * step)
        sheet.line(left, y, right, y, INK if tick == 0 else RULE, 2 * u if tick == 0 else u)
        sheet.text(left - 12 * u, y, f"{tick * step:,.10g}", 16 * u, ink=FAINT, anchor="rm", room=90 * u)
    return left, right, bottom, height_of


def legend(sheet, names, u, y):
    x = 42 * u
    for index, name in enumerate(names):
        sheet.box(x, y - 14 * u, x + 18 * u, y + 4 * u, fill=SERIES[index])
        sheet.text(x + 26 * u, y + 2 * u, name, 17 * u)
        x += 60 * u + sheet.pen.textlength(name, font=ImageFont.truetype(FACES["sans"], round(17 * u)))


def bar_chart(width, height, facts, mode="RGB", ground=PAPER, face="sans"):
    """Bars with their values on top; several series stand side by side."""
    u = min(width / 800, height / 600)
    sheet = Sheet(width, height, ground, mode)
    series = list(facts["series"].items())
    values = [value for _, row in series for value in row]
    left, right, bottom, height_of = plot_area(sheet, facts, u, values)
    if len(series) > 1:
        legend(sheet, [name for name, _ in series], u, 118 * u)
    slot = (right - left) / len(facts["labels"])
    bar = slot * 0.72 / len(series)
    for position, label in enumerate(facts["labels"]):
        start = left + slot * (position + 0.14)
        for index, (_, row) in enumerate(series):
            x, y = start + bar * index, height_of(row[position])
            sheet.box(x + u, y, x + bar - u, bottom, fill=SERIES[index])
            sheet.text(x + bar / 2, y - 7 * u, f"{row[position]:,}", min(16 * u, bar * 0.42), anchor="ms", room=bar + 6,
                       ground=ground)
        sheet.text(left + slot * (position + 0.5), bottom + 28 * u, label, 17 * u, face, anchor="ms", room=slot)
    return sheet.image


def line_chart(width, height, facts):
    """Lines with a marker at each point, each with its last value written beside it."""
    u = min(width / 800, height / 600)
    sheet = Sheet(width, height)
    series = list(facts["series"].items())
    values = [value for _, row in series for value in row]
    left, right, bottom, height_of = plot_area(sheet, facts, u, values)
    legend(sheet, [name for name, _ in series], u, 118 * u)
    right -= 60 * u
    gap = (right - left) / (len(facts["labels"]) - 0.5)
    for position, label in enumerate(facts["labels"]):
        sheet.text(left + gap * (position + 0.5), bottom + 28 * u, label, 17 * u, anchor="ms", room=gap)
    for index, (_, row) in enumerate(series):
        points = [(round(left + gap * (i + 0.5)), round(height_of(value))) for i, value in enumerate(row)]
        sheet.pen.line(points, fill=SERIES[index], width=round(4 * u), joint="curve")
        r = round(6 * u)
        for x, y in points:
            sheet.pen.ellipse([x - r, y - r, x + r, y + r], fill=PAPER, outline=SERIES[index], width=round(3 * u))
        sheet.text(points[-1][0] + 14 * u, points[-1][1], f"{row[-1]:,}", 17 * u, "bold", SERIES[index], "lm")
    return sheet.image


def pie_chart(width, height, facts, mode="RGB", ground=PAPER):
    """A pie whose slices carry their percentage, with a legend below."""
    u = min(width / 640, height / 640)
    sheet = Sheet(width, height, ground, mode)
    sheet.text(width / 2, 50 * u, facts["title"], 26 * u, "bold", anchor="ms", room=width - 40 * u)
    rows = math.ceil(len(facts["slices"]) / 2)
    radius = (height - 50 * u - rows * 34 * u) / 2 - 44 * u
    cx, cy = width / 2, 74 * u + radius
    angle = -90.0
    for index, (_, percent) in enumerate(facts["slices"]):
        sweep = 3.6 * percent
        corners = [round(cx - radius), round(cy - radius), round(cx + radius), round(cy + radius)]
        sheet.pen.pieslice(corners, angle, angle + sweep, fill=SERIES[index], outline=PAPER, width=round(2 * u))
        middle = math.radians(angle + sweep / 2)
        sheet.text(cx + 0.68 * radius * math.cos(middle), cy + 0.68 * radius * math.sin(middle), f"{percent} %",
                   22 * u, "bold", PAPER, "mm")
        angle += sweep
    for index, (name, _) in enumerate(facts["slices"]):
        x = 70 * u if index % 2 == 0 else width / 2 + 30 * u
        y = cy + radius + (44 + 34 * (index // 2)) * u
        sheet.box(x, y - 16 * u, x + 20 * u, y + 4 * u, fill=SERIES[index])
        sheet.text(x + 32 * u, y + 2 * u, name, 19 * u, room=width / 2 - 110 * u)
    return sheet.image


def table(width, height, facts, face="sans", bold="bold"):
    """A ruled table over the whole sheet; first column left-aligned, the others right-aligned."""
    sheet = Sheet(width, height)
    u = height / (len(facts["rows"]) + 3.4)
    margin = 0.04 * width
    sheet.text(margin, 1.1 * u, facts["title"], 0.55 * u, bold, room=width - 2 * margin)
    shares = facts["shares"]
    edges = [margin]
    for share in shares:
        edges.append(edges[-1] + share * (width - 2 * margin) / sum(shares))
    y = 1.7 * u
    sheet.box(margin, y, width - margin, y + u, fill=(52, 73, 94))
    for row_number, row in enumerate([facts["header"], *facts["rows"]]):
        if row_number and row_number % 2 == 0:
            sheet.box(margin, y, width - margin, y + u, fill=SHADE)
        for column, text in enumerate(row):
            ink = PAPER if row_number == 0 else INK
            style = bold if row_number == 0 or (row_number == len(facts["rows"]) and facts.get("last_bold")) else face
            x = edges[0] + 0.3 * u if column == 0 else edges[column + 1] - 0.3 * u
            room = edges[column + 1] - edges[column] - 0.5 * u
            sheet.text(x, y + 0.66 * u, text, 0.42 * u, style, ink, "ls" if column == 0 else "rs", room)
        y += u
    for edge in edges:
        sheet.line(edge, 1.7 * u, edge, y, RULE, 0.03 * u)
    sheet.line(margin, y, width - margin, y, INK, 0.04 * u)
    return sheet.image
