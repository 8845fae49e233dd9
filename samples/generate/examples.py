"""The examples of invoices-and-charts.jsonl: valid, and their answers computed from the facts that were drawn."""

import json
from decimal import Decimal

import encode
import pictures
from pictures import money, net, tax

READER = "You read scanned business documents. Answer from the image only. Return amounts as printed."
ANALYST = "You answer questions about charts. Be brief and exact."
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December"]


def part(text):
    return {"type": "text", "text": text}


def picture(content, mime, detail=None):
    image_url = {"url": encode.data_url(content, mime)}
    if detail is not None:
        image_url["detail"] = detail
    return {"type": "image_url", "image_url": image_url}


def png(image, detail=None):
    return picture(encode.png(image), "image/png", detail)


def compact(value):
    return json.dumps(value, ensure_ascii=False)


def system(content):
    return {"role": "system", "content": content}


def user(*content):
    """A user message of one string, or of parts."""
    text_only = len(content) == 1 and isinstance(content[0], str)
    return {"role": "user", "content": content[0] if text_only else list(content)}


def assistant(content, **more):
    return {"role": "assistant", "content": content, **more}


def example(*messages, **more):
    return {"messages": list(messages), **more}


HARBOR = {
    "seller": "Harbor & Finch Ltd", "symbol": "£", "number": "HF-20931", "date": "2026-03-04", "due": "2026-04-03",
    "seller_address": ["17 Quay Street", "Bristol BS1 4AA"],
    "buyer": ["Meridian Print Works", "4 Foundry Lane", "Leeds LS9 8QT"],
    "items": [("Archive boxes, A4, pack of 10", 24, "18.50"), ("Label printer LP-200", 2, "164.00"),
              ("Thermal labels, roll of 500", 30, "6.75"), ("Shelving unit, steel, 180 cm", 6, "89.90"),
              ("Delivery and installation", 1, "120.00")],
    "tax": "VAT", "tax_percent": 20, "footer": "Please pay within 30 days. Sort code 00-00-00, account 12345678.",
}

ORDER = {
    "seller": "Calder Robotics Inc.", "symbol": "$", "number": "PO-7718", "date": "2026-05-11", "due": "2026-06-01",
    "seller_address": ["900 Assembly Road", "Dayton, OH 45402"],
    "buyer": ["Pinecrest Fasteners LLC", "61 Mill Road", "Akron, OH 44308"],
    "items": [("Hex bolts M8 x 40, box", 40, "22.10"), ("Lock washers M8, box", 40, "8.35"),
              ("Threaded rod M12, 1 m", 25, "14.60")],
    "tax": "Sales tax", "tax_percent": 0, "footer": "Quote the order number on your invoice.",
}

BILLED = {
    "seller": "Pinecrest Fasteners LLC", "symbol": "$", "number": "INV-30554", "date": "2026-06-02",
    "due": "2026-07-02", "seller_address": ["61 Mill Road", "Akron, OH 44308"],
    "buyer": ["Calder Robotics Inc.", "900 Assembly Road", "Your order PO-7718"],
    "items": [("Hex bolts M8 x 40, box", 40, "22.10"), ("Lock washers M8, box", 48, "8.35"),
              ("Threaded rod M12, 1 m", 25, "14.60")],
    "tax": "Sales tax", "tax_percent": 0, "footer": "Thank you for your business.",
}


def till(shop, head, rows, percent, symbol, foot):
    """A receipt of rows of name and price, prices with tax included."""
    total = sum(Decimal(price) for _, price in rows)
    included = (total * percent / (100 + percent)).quantize(Decimal("0.01"))
    return {"shop": shop, "head": head, "items": [(name, price) for name, price in rows],
            "sums": [(f"incl. VAT {percent} %", money(included)), ("TOTAL", f"{symbol} {money(total)}")],
            "foot": foot, "total": total, "included": included}


BAKERY = till("Bäckerei Sommer", ["Lindenplatz 2, 80331 München", "2026-02-19  07:42", "Receipt 118204"],
              [("Brezel x 4", "4.80"), ("Roggenbrot 1 kg", "5.95"), ("Nusshörnchen x 2", "5.60"),
               ("Cappuccino", "3.90"), ("Käsebrötchen", "3.25")], 7, "€", ["Vielen Dank!", "Karte ****0000"])
TAXI = till("Citycab Orlava", ["Cab 212", "2026-05-06  22:15", "Ride 4471"],
            [("Base fare", "4.50"), ("14.2 km", "28.40"), ("Airport fee", "3.00")], 10, "€", ["Paid by card"])
LUNCH = till("Trattoria Lumen", ["Via dei Ponti 5", "2026-05-07  13:20", "Table 9"],
             [("Ribollita", "11.00"), ("Tagliatelle", "15.50"), ("Water", "2.50"), ("Espresso x 2", "4.00")], 10, "€",
             ["Grazie!"])
HOTEL = till("Hotel Sankt Erik", ["Kajgatan 12", "2026-05-08", "Room 304"],
             [("2 nights", "318.00"), ("Breakfast x 2", "36.00"), ("City tax", "7.00")], 12, "€", ["Welcome back"])
STATIONER = till("Papel & Tinta", ["Rua das Flores 30, Porto", "2026-07-14  16:05", "Fatura FS 88/2041"],
                 [("Caderno A5 x 3", "11.70"), ("Caneta azul x 5", "7.25"), ("Toner T-88", "64.90")], 23, "€",
                 ["Obrigado"])

VISITORS = {"title": "Museum visitors by month, 2025", "unit": "visitors, thousands", "labels": MONTHS,
            "series": {"Visitors": [31, 28, 42, 55, 61, 74, 96, 103, 68, 57, 39, 47]}}
ENERGY = {"title": "Electricity by source, Veldmark region", "unit": "GWh per quarter",
          "labels": ["Q1 24", "Q2 24", "Q3 24", "Q4 24", "Q1 25", "Q2 25", "Q3 25", "Q4 25"],
          "series": {"Wind": [412, 355, 298, 441, 468, 390, 342, 487], "Solar": [96, 248, 281, 88, 121, 297, 301, 109],
                     "Gas": [530, 402, 377, 498, 431, 351, 388, 420]}}
BUDGET = {"title": "Marketing budget 2026",
          "slices": [("Events", 34), ("Online ads", 27), ("Print", 9), ("Agency", 18), ("Research", 12)]}
STORES = ["North", "East", "South", "West", "Online"]
SALES_2024 = {"title": "Sales by region 2024", "unit": "€ thousand", "labels": STORES,
              "series": {"2024": [420, 310, 515, 280, 390]}}
SALES_2025 = {"title": "Sales by region 2025", "unit": "€ thousand", "labels": STORES,
              "series": {"2025": [405, 362, 533, 301, 578]}}
TICKETS = {"title": "Support tickets per weekday", "unit": "tickets, week 21",
           "labels": ["Mon", "Tue", "Wed", "Thu", "Fri"],
           "series": {"Opened": [148, 132, 97, 110, 84], "Closed": [121, 140, 105, 96, 101]}}
YIELD = {"title": "Yield of line 4", "unit": "percent of units passing first test", "labels": MONTHS[:6],
         "series": {"Line 4": [84, 71, 88, 92, 90, 95]}}
SHARES = {"title": "Orders by channel", "slices": [("Web shop", 48), ("Phone", 13), ("Branch", 22), ("Partner", 17)]}
RAMEN = {"title": "店舗別 売上高（2026年6月）", "header": ["店舗", "客数", "売上（円）"], "shares": [4, 3, 5],
         "rows": [["札幌店", "1,284", "1,412,400"], ["仙台店", "1,006", "1,096,540"], ["東京店", "2,931", "3,517,200"],
                  ["京都店", "1,577", "1,860,860"], ["福岡店", "1,822", "1,985,980"]]}

CLAIM = {
    "title": "Schadenmeldung", "subtitle": "Gülden Versicherung AG, Postfach 100, 50667 Köln",
    "stamp": ("Schaden-Nr.", "SN-55012-B"),
    "sections": [
        ("Versicherungsnehmer", [("Name", "Jörg Weißenfels"), ("Straße", "Äußere Ringstr. 41"),
                                 ("PLZ, Ort", "04109 Leipzig"), ("Vertrag", "HV-7731-4402")]),
        ("Schaden", [("Datum", "08.01.2026"), ("Ort", "Keller, Waschraum"), ("Art", "Leitungswasser"),
                     ("Höhe, geschätzt", "2.350,00 €")]),
    ],
    "choices": [("Schaden behoben?", ["ja", "teilweise", "nein"], "teilweise"),
                ("Polizei informiert?", ["ja", "nein"], "nein")],
    "signed": ("Leipzig, 12.01.2026", "J. Weißenfels"), "signature_labels": ("Ort, Datum", "Unterschrift"),
}

PLANTS = ["Aalbek", "Brenova", "Corvalle", "Dunmere", "Estrada", "Falkenau", "Gorlin", "Halvik", "Istria Sud", "Jarome",
          "Kestrel", "Lomvar", "Montclar", "Nerin", "Ostrand", "Pellworm"]


def plant_table():
    rows, totals = [], [0, 0, 0, 0]
    for index, name in enumerate(PLANTS):
        quarters = [1200 + (index * 377 + quarter * 911) % 1700 for quarter in range(4)]
        totals = [total + value for total, value in zip(totals, quarters)]
        rows.append([name, *(f"{value:,}" for value in quarters), f"{sum(quarters):,}"])
    rows.append(["All plants", *(f"{total:,}" for total in totals), f"{sum(totals):,}"])
    return {"title": "Output by plant and quarter 2025, tonnes", "last_bold": True, "rows": rows,
            "header": ["Plant", "Q1", "Q2", "Q3", "Q4", "Year"], "shares": [5, 3, 3, 3, 3, 3.4]}


def total_due(facts):
    return money(net(facts["items"]) + tax(facts["items"], facts["tax_percent"]))


def highest(labels, values):
    return labels[values.index(max(values))]


def invoice_total():
    scan = pictures.invoice(1275, 1650, HARBOR)
    return example(
        system(READER),
        user(part("What is the total due on this invoice, and when is it due?"), png(scan, "high")),
        assistant(f"The total due is £ {total_due(HARBOR)}, payable by {HARBOR['due']}."))


def receipt_fields():
    photo = encode.jpeg(pictures.receipt(480, 640, BAKERY), quality=70)
    fields = {"merchant": "Bäckerei Sommer", "date": "2026-02-19", "currency": "EUR", "items": len(BAKERY["items"]),
              "vat": money(BAKERY["included"]), "total": money(BAKERY["total"])}
    return example(
        system("Extract the receipt as one JSON object with the keys merchant, date, currency, items, vat, total."),
        user(picture(photo, "image/jpeg", "low")),
        assistant(compact(fields)))


def busiest_month():
    values = VISITORS["series"]["Visitors"]
    return example(
        system(ANALYST),
        user(part("Which month had the most visitors, and how many?"),
             png(pictures.bar_chart(1024, 768, VISITORS), "auto")),
        assistant(f"{highest(MONTH_NAMES, values)}, with {max(values)} thousand visitors."))


def energy_sources():
    chart = encode.webp_lossless(pictures.line_chart(1600, 900, ENERGY))
    wind, gas = ENERGY["series"]["Wind"], ENERGY["series"]["Gas"]
    above = [label for label, w, g in zip(ENERGY["labels"], wind, gas) if w > g]
    names = [f"{label[:2]} 20{label[3:]}" for label in above]
    return example(
        system(ANALYST),
        user(part("In which quarters did wind deliver more than gas?"), picture(chart, "image/webp")),
        assistant(f"Wind was ahead of gas in {', '.join(names[:-1])} and {names[-1]}."))


def budget_shares():
    chart = encode.webp_lossy(pictures.pie_chart(640, 640, BUDGET), quality=72)
    slices = dict(BUDGET["slices"])
    events, online = slices["Events"], slices["Online ads"]
    return example(
        system(ANALYST),
        user(picture(chart, "image/webp", "low"), part("What share do events and online ads have together?")),
        assistant(f"{events + online} % ({events} % events and {online} % online ads)."))


def two_years():
    before, after = SALES_2024["series"]["2024"], SALES_2025["series"]["2025"]
    changes = [b - a for a, b in zip(before, after)]
    best = changes.index(max(changes))
    fallen = [store for store, change in zip(STORES, changes) if change < 0]
    return example(
        system(ANALYST),
        user(part("The first chart shows 2024, the second 2025."),
             png(pictures.bar_chart(800, 600, SALES_2024), "high"),
             png(pictures.bar_chart(800, 600, SALES_2025), "high"),
             part("Which region grew most, and which one fell?")),
        assistant(f"{STORES[best]} grew most, by € {changes[best]} thousand (from {before[best]} to {after[best]}). "
                  f"Only {fallen[0]} fell."))


def german_claim():
    scan = encode.jpeg(pictures.form(1240, 1754, CLAIM), quality=58, progressive=True)
    fields = {"schadennummer": "SN-55012-B", "name": "Jörg Weißenfels", "vertrag": "HV-7731-4402",
              "schadendatum": "2026-01-08", "art": "Leitungswasser", "betrag_eur": "2350.00", "behoben": "teilweise",
              "polizei": False}
    return example(
        system([part("Du liest Schadenmeldungen und gibst genau ein JSON-Objekt zurück.")]),
        user(part("Bitte Nummer, Name, Vertrag, Schadendatum (ISO 8601), Art, Betrag in Euro und die Ankreuzfelder "
                  "erfassen."),
             picture(scan, "image/jpeg", "high")),
        assistant(compact(fields)))


def plant_output():
    facts = plant_table()
    row = next(row for row in facts["rows"] if row[0] == "Halvik")
    best = max(facts["rows"][:-1], key=lambda row: int(row[5].replace(",", "")))
    return example(
        system("You look up figures in tables."),
        user(part("How much did Halvik produce in Q3, and which plant has the highest output of the year?"),
             png(pictures.table(2600, 1900, facts), "high")),
        assistant([part(f"Halvik produced {row[3]} tonnes in Q3. The highest output of the year is {best[0]}'s, with "
                        f"{best[5]} tonnes.")]))


def chart_by_url():
    return example(
        system(ANALYST),
        user(part("Which line is the higher one in December?"),
             {"type": "image_url",
              "image_url": {"url": "https://example.com/charts/orders-and-returns-2025.png", "detail": "low"}}),
        assistant("Orders are above returns in December."))


def ticket_talk():
    opened, closed = TICKETS["series"]["Opened"], TICKETS["series"]["Closed"]
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    behind = [day for day, o, c in zip(days, opened, closed) if o > c]
    chart = pictures.bar_chart(1024, 1024, TICKETS, mode="RGBA", ground=(255, 255, 255, 0))
    return example(
        system(ANALYST),
        user(part("How many tickets were opened in the whole week?"), png(chart, "high")),
        assistant(f"{sum(opened)} tickets."),
        user("And on which days were more opened than closed?"),
        assistant(f"On {' and '.join(behind)}."))


def corrected_reading():
    values = YIELD["series"]["Line 4"]
    lowest = YIELD["labels"][values.index(min(values))]
    chart = encode.jpeg(pictures.line_chart(960, 540, YIELD), quality=66)
    return example(
        system(ANALYST),
        user(part("When was the yield of line 4 lowest?"), picture(chart, "image/jpeg", "auto")),
        assistant("In January.", weight=0),
        user("Please look again: there is a deeper point."),
        assistant(f"You are right, it was lowest in {MONTH_NAMES[MONTHS.index(lowest)]}.", weight=1))


def expense_call():
    fields = {"merchant": "Papel & Tinta", "date": "2026-07-14", "total": money(STATIONER["total"]), "currency": "EUR",
              "category": "office-supplies"}
    tool = {"type": "function", "function": {
        "name": "record_expense", "description": "Books one receipt as an expense.",
        "parameters": {"type": "object", "additionalProperties": False,
                       "required": ["merchant", "date", "total", "currency", "category"],
                       "properties": {"merchant": {"type": "string"}, "date": {"type": "string", "format": "date"},
                                      "total": {"type": "string"}, "currency": {"type": "string"},
                                      "category": {"type": "string",
                                                   "enum": ["travel", "meals", "office-supplies", "other"]}}}}}
    call = {"id": "call_record_1", "type": "function",
            "function": {"name": "record_expense", "arguments": compact(fields)}}
    return example(
        system("You book receipts with the tools you have."),
        user(part("Please book this one."), png(pictures.receipt(560, 620, STATIONER), "high")),
        {"role": "assistant", "content": None, "tool_calls": [call]},
        tools=[tool], parallel_tool_calls=False)


def photographed_shares():
    chart = pictures.pie_chart(320, 240, SHARES)
    exif = encode.exif_with_thumbnail("Fictograph", "scanner 2.1", "2026:08:30 09:12:44", chart.resize((80, 60)))
    name, percent = max(SHARES["slices"], key=lambda item: item[1])
    return example(
        user(part("Which channel brings the most orders?"),
             {"type": "image_url",
              "image_url": encode.data_url(encode.jpeg(chart, quality=78, exif=exif), "image/jpeg")}),
        assistant(f"{name}, with {percent} % of the orders."))


def trip_receipts():
    clear = (255, 255, 255, 0)
    taxi = encode.webp_lossy(pictures.receipt(420, 600, TAXI, mode="RGBA", ground=clear), quality=55)
    lunch = pictures.receipt(420, 560, LUNCH, mode="RGBA", ground=clear)
    hotel = encode.jpeg(pictures.receipt(520, 640, HOTEL), quality=60)
    total = TAXI["total"] + LUNCH["total"] + HOTEL["total"]
    rows = [("Citycab Orlava", TAXI), ("Trattoria Lumen", LUNCH), ("Hotel Sankt Erik", HOTEL)]
    answer = {"receipts": [{"merchant": name, "total": money(facts["total"])} for name, facts in rows],
              "currency": "EUR", "sum": money(total)}
    return example(
        system(READER),
        user(part("Add up these three receipts. JSON only: receipts (merchant, total), currency, sum."),
             picture(taxi, "image/webp", "high"), png(lunch), picture(hotel, "image/jpeg", "low")),
        assistant(compact(answer)))


def japanese_table():
    sheet = encode.webp_lossy(pictures.table(768, 512, RAMEN, "japanese", "japanese"), quality=70)
    best = max(RAMEN["rows"], key=lambda row: int(row[2].replace(",", "")))
    return example(
        system("表の内容について日本語で答えてください。"),
        user(part("売上高が最も多い店舗と、その客数を教えてください。"), picture(sheet, "image/webp", "high")),
        assistant(f"売上高が最も多いのは{best[0]}（{best[2]}円）で、客数は{best[1]}人です。"))


def order_and_invoice():
    ordered, billed = ORDER["items"][1], BILLED["items"][1]
    more = (billed[1] - ordered[1]) * Decimal(billed[2])
    order = pictures.invoice(900, 1165, ORDER, pictures.ORDER_WORDS, (70, 80, 96))
    bill = pictures.invoice(1100, 1424, BILLED, accent=(46, 110, 80))
    return example(
        system("You compare purchase orders with invoices and name every difference."),
        user(part("Does the invoice match the order?"), png(order, "high"),
             picture(encode.jpeg(bill, quality=55), "image/jpeg", "low")),
        assistant(f"No. The order has {ordered[1]} boxes of lock washers M8, the invoice bills {billed[1]}: "
                  f"{billed[1] - ordered[1]} boxes or $ {money(more)} too many ($ {total_due(BILLED)} instead of $ {total_due(ORDER)})."))


ALL = [invoice_total, receipt_fields, busiest_month, energy_sources, budget_shares, two_years, german_claim,
       plant_output, chart_by_url, ticket_talk, corrected_reading, expense_call, photographed_shares, trip_receipts,
       japanese_table, order_and_invoice]
