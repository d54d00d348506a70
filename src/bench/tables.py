#!/usr/bin/env python3
"""Compares what a server answers about a table of UCDP GED with what this script reads from the raw file.

Usage: DATELINE_DATABASE=postgresql://user@host/db tables.py TABLE.csv[.gz] [the same TABLE in another format …]

Loads each file with `load --mapping ucdp-ged`, and writes the first as a layer of a catalog, which is kept in memory; then
asks both kinds of collection for all ids, sums, pages in order and about thirty filters, by CQL2, box, date, words and
property. Prints each difference, and exits with 1 if there is one. DATELINE names the program ("java -jar
target/dateline.jar" without it). The tables are not part of this project: they are at ucdp.uu.se/downloads, and as
FlatGeobuf in the public repository optgeo/ucdp-23.1-482. Needs Python 3.11 and PostGIS.
"""

import calendar
import csv
import datetime
import gzip
import json
import math
import os
import random
import re
import shlex
import socket
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path

PROGRAM = shlex.split(os.environ.get("DATELINE", "java --enable-native-access=ALL-UNNAMED -jar target/dateline.jar"))
KINDS = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
FIGURES = {"killed_low": "low", "killed_best": "best", "killed_high": "high", "killed_side_a_best": "deaths_a",
           "killed_side_b_best": "deaths_b", "killed_civilians_best": "deaths_civilians"}
TEXTS = ["side_a", "side_b", "conflict_name", "where_coordinates", "adm_1", "adm_2", "country", "source_article"]
NUMBERS = ["where_prec", "date_prec", "event_clarity", "priogrid_gid", "number_of_sources"]


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8-sig", newline="") if path.suffix == ".gz" else open(
        path, encoding="utf-8-sig", newline="")
    with opened as file:
        return [record(row) for row in csv.DictReader(file)]


def record(row):
    """The meaning of a row, by the codebook."""
    day = lambda column: datetime.date.fromisoformat(row[column][:10])
    first, last = day("date_start"), day("date_end")
    found = {"id": row["id"], "kind": KINDS[row["type_of_violence"]], "date_start": first, "date_end": last,
             "x": float(row["longitude"]), "y": float(row["latitude"]), "quote": row["source_headline"] or None,
             "name": ", ".join(part for part in (row["conflict_name"], row["where_coordinates"]) if part)}
    found |= {name: float(row[column]) for name, column in FIGURES.items()}
    found |= {name: row[name] or None for name in TEXTS}
    found |= {name: int(row[name]) if row[name] else None for name in NUMBERS}
    found["number_of_sources"] = None if found["number_of_sources"] == -1 else found["number_of_sources"]
    found["location"] = {1: "point", 2: "radius"}.get(found["where_prec"], "area")
    return found


def date(row):
    """The day, month or year that contains the range and is not more precise than its code; None over New Year."""
    first, last, stated = row["date_start"], row["date_end"], row["date_prec"]
    if first.year != last.year:
        return None
    if stated == 5 or first.month != last.month:
        return f"{first.year:04}"
    return first.isoformat() if stated == 1 and first == last else f"{first:%Y-%m}"


def layer(folder, table):
    """A catalog with the rows in memory, under the names that the mapping gives."""
    (folder / "layers/memory").mkdir(parents=True)
    (folder / "views").mkdir()
    (folder / "catalog.yaml").write_text("title: T\nsummary: S.\nlanguages: [en]\nlayers: [memory]\nview: all\n")
    (folder / "views/all.yaml").write_text("title: All\ncaption: All.\nlayers: [memory]\nbbox: [-20, -10, 60, 50]\n")
    (folder / "layers/memory/layer.yaml").write_text(
        "title: M\ndescription: D.\nstyle: place\nsource: UCDP\nlicence: CC BY 4.0\n")
    for name in ("parties", "measures"):
        (folder / f"{name}.yaml").write_text("[]\n")
    features = []
    for row in table:
        # An area without a shape is a thing of tables: in a catalog, the point says how far off it may be.
        own = {"location": "radius", "uncertainty_m": 25000} if row["location"] == "radius" else {
            "location": "point", "uncertainty_m": 1000}
        values = {k: v for k, v in row.items() if v is not None and k not in ("x", "y", "quote", "location")}
        values |= {"date_start": str(row["date_start"]), "date_end": str(row["date_end"]), "note": row["quote"]} | own
        if date(row):
            values["date"] = date(row)
        values["kind"] = word_of(row["kind"])
        features.append({"type": "Feature", "properties": values,
                         "geometry": {"type": "Point", "coordinates": [row["x"], row["y"]]}})
    (folder / "layers/memory/features.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}))


def word_of(kind):
    """The form that a catalog asks of kinds."""
    return kind.replace(" ", "-")


def plain(text):
    """Without case and accents, for comparing."""
    return "".join(c for c in unicodedata.normalize("NFD", text or "") if not unicodedata.combining(c)).casefold()


def common(table, name, at=0):
    return Counter(row[name] for row in table if row[name]).most_common(at + 1)[-1][0]


def questions(table, mapped):
    """Parameters, and the rows that answer them. `mapped`: whether a mapping named kinds and parties."""
    cql = lambda text: {"filter": text}
    quoted = lambda text: "'" + text.replace("'", "''") + "'"
    side, place, division = common(table, "side_b"), common(table, "where_coordinates", 2), common(table, "adm_1", 1)
    conflict = common(table, "conflict_name")
    middle = sorted(row["date_start"] for row in table)[len(table) // 2]
    month = middle.replace(day=1)
    end = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    later = end + datetime.timedelta(days=90)
    word = plain(place)[:5].strip()
    xs, ys = sorted(r["x"] for r in table), sorted(r["y"] for r in table)
    part = lambda values, share: values[int(share * (len(values) - 1))]
    box = [part(xs, .25) - 1e-7, part(ys, .25) - 1e-7, part(xs, .7) + 1e-7, part(ys, .7) + 1e-7]
    inside = lambda r: box[0] <= r["x"] <= box[2] and box[1] <= r["y"] <= box[3]
    sharp = lambda r: r["where_prec"] != 2
    some = "number_of_sources IS NOT NULL"
    gap = max((name for name in TEXTS + NUMBERS if any(row[name] is not None for row in table)),
              key=lambda name: sum(row[name] is None for row in table))
    source = Counter(word for row in table for word in set(re.findall(r"[a-z]{5,}", plain(row["source_article"]))))
    source = max(source, key=lambda word: (source[word] <= len(table) / 2, source[word]))
    longest = max(table, key=lambda row: (row["date_end"] - row["date_start"], row["id"]))
    yield cql("killed_best > 10"), lambda r: r["killed_best"] > 10
    yield cql("killed_best BETWEEN 5 AND 20"), lambda r: 5 <= r["killed_best"] <= 20
    state, other, one = KINDS.values() if mapped else map(word_of, KINDS.values())
    yield cql(f"kind = '{one}'"), lambda r: r["kind"] == KINDS["3"]
    yield {"kind": other}, lambda r: r["kind"] == KINDS["2"]
    yield cql(f"NOT kind = '{state}'"), lambda r: r["kind"] != KINDS["1"]
    yield cql(f"side_b = {quoted(side)}"), lambda r: r["side_b"] == side
    yield cql(f"side_b <> {quoted(side)}"), lambda r: r["side_b"] not in (side, None)
    yield cql(f"side_b LIKE {quoted(side[:4] + '%')}"), lambda r: (r["side_b"] or "").startswith(side[:4])
    yield {"adm_1": division}, lambda r: r["adm_1"] == division
    yield cql(f"{gap} IS NULL"), lambda r: r[gap] is None
    yield cql("number_of_sources >= 3"), lambda r: (r["number_of_sources"] or 0) >= 3
    yield cql("NOT (number_of_sources < 3)"), lambda r: (r["number_of_sources"] or 0) >= 3
    yield cql(f"{some} AND killed_low < killed_high"), lambda r: (
        r["number_of_sources"] is not None and r["killed_low"] < r["killed_high"])
    yield cql("killed_side_a_best + killed_side_b_best >= 8"), lambda r: (
        r["killed_side_a_best"] + r["killed_side_b_best"] >= 8)
    yield cql("where_prec IN (1, 3) OR date_prec = 5"), lambda r: r["where_prec"] in (1, 3) or r["date_prec"] == 5
    yield {"event_clarity": "2"}, lambda r: r["event_clarity"] == 2
    yield cql(f"CASEI(where_coordinates) LIKE CASEI({quoted('%' + word.upper() + '%')})"), lambda r: (
        word in (r["where_coordinates"] or "").casefold())
    yield cql(f"ACCENTI(CASEI(source_article)) LIKE ACCENTI(CASEI('%{source.upper()}%'))"), lambda r: (
        source in plain(r["source_article"]))
    yield {"q": word}, lambda r: word in plain(r["name"]) or word in plain(r["quote"])
    yield {"q": f"{plain(conflict)[:5]} {word}"}, lambda r: all(
        w in plain(r["name"]) or w in plain(r["quote"]) for w in (plain(conflict)[:5], word))
    yield cql(f"conflict_name = {quoted(conflict)} AND adm_2 IS NULL"), lambda r: (
        r["conflict_name"] == conflict and r["adm_2"] is None)
    yield {"bbox": ",".join(map(str, box)), "filter": "where_prec <> 2"}, lambda r: inside(r) and sharp(r)
    yield cql(f"where_prec <> 2 AND S_INTERSECTS(geometry, BBOX({box[0]}, {box[1]}, {box[2]}, {box[3]}))"), lambda r: (
        inside(r) and sharp(r))
    yield cql(f"date_start >= DATE('{month}') AND date_end <= DATE('{later}')"), lambda r: (
        month <= r["date_start"] and r["date_end"] <= later)
    yield cql(f"date_start = DATE('{middle}')"), lambda r: r["date_start"] == middle
    yield cql(f"T_AFTER(date_start, DATE('{middle}'))"), lambda r: r["date_start"] > middle
    meets = lambda a, b: lambda r: r["date_start"] <= b and r["date_end"] >= a
    yield {"datetime": str(middle)}, meets(middle, middle)
    yield {"datetime": str(longest["date_start"])}, meets(*[longest["date_start"]] * 2)
    yield {"datetime": str(longest["date_end"])}, meets(*[longest["date_end"]] * 2)
    yield {"datetime": f"{month}/{end}"}, meets(month, end)
    yield {"datetime": f"../{middle}", "undated": "exclude"}, meets(datetime.date.min, middle)
    yield {"datetime": f"{month:%Y-%m}", "bbox": ",".join(map(str, box)), "filter": "where_prec = 1"}, lambda r: (
        meets(month, end)(r) and inside(r) and r["where_prec"] == 1)
    yield cql("date LIKE '____-__'"), lambda r: len(date(r) or "") == 7
    yield cql(f"T_INTERSECTS(INTERVAL('{month}', '{end}'), INTERVAL(date_start, date_end))"), meets(month, end)
    if mapped:
        yield cql(f"A_CONTAINS(parties, ({quoted(side)}))"), lambda r: side in (r["side_a"], r["side_b"])


class Server:
    def __init__(self, catalog):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = f"http://127.0.0.1:{port}/ogc/collections"
        self.process = subprocess.Popen([*PROGRAM, "serve", "--port", str(port), "--geodata", str(catalog)],
                                        stdout=subprocess.DEVNULL)
        while self.process.poll() is None:
            try:
                return urllib.request.urlopen(self.root).close()
            except OSError:
                time.sleep(0.2)
        sys.exit("the server did not start")

    def features(self, collection, parameters, page=1000):
        address = f"{self.root}/{collection}/items?" + urllib.parse.urlencode({"limit": page, "f": "json", **parameters})
        found, matched = [], None
        while address:
            try:
                with urllib.request.urlopen(address) as answer:
                    read = json.load(answer)
            except urllib.error.HTTPError as error:
                return [], f"{error.code} {error.read().decode()[:300]}"
            matched = read["numberMatched"] if matched is None else matched
            found += [feature["properties"] | {"id": str(feature["id"]).split(".")[-1]} for feature in read["features"]]
            address = next((link["href"] for link in read["links"] if link["rel"] == "next"), None)
        return found, matched


def compare(server, collection, table, mapped):
    """The number of differences."""
    wrong = 0

    def expect(what, got, expected):
        nonlocal wrong
        if got != expected:
            wrong += 1
            print(f"  {collection}: {what}: got {str(got)[:300]}, expected {str(expected)[:300]}")

    everything, matched = server.features(collection, {}, 700)
    expect("numberMatched", matched, len(table))
    expect("ids", sorted(row["id"] for row in everything), sorted(row["id"] for row in table))
    by_id = {row["id"]: row for row in everything}
    for name in FIGURES:
        expect(f"sum of {name}", sum(row.get(name) or 0 for row in everything), sum(row[name] for row in table))
    for name in [*(["kind"] if mapped else []), "name", "date_start", "date_end", *FIGURES, *TEXTS, *NUMBERS]:
        differ = [(row["id"], by_id[row["id"]].get(name), row[name]) for row in table if row["id"] in by_id
                  and by_id[row["id"]].get(name) != (str(row[name]) if isinstance(row[name], datetime.date) else row[name])]
        expect(f"{name} of {len(differ)} rows (id, got, expected)", differ[:3], [])
    dates = [(row["id"], by_id[row["id"]].get("date"), date(row)) for row in table if by_id[row["id"]].get("date") != date(row)]
    expect(f"date of {len(dates)} rows", dates[:3], [])
    asked = 0
    for parameters, rule in questions(table, mapped):
        asked += 1
        expected = sorted(row["id"] for row in table if rule(row))
        found, matched = server.features(collection, parameters, random.choice([100, 333, 1000]))
        expect(f"{parameters}: numberMatched", matched, len(expected))
        got = sorted(row["id"] for row in found)
        if got != expected:
            more, less = set(got) - set(expected), set(expected) - set(got)
            expect(f"{parameters}: ids", f"{len(more)} more {sorted(more)[:3]}, {len(less)} less {sorted(less)[:3]}", "the same")
        if not expected:
            print(f"  {collection}: {parameters} finds nothing, and so tells nothing")
    for order, key in {"-killed_best,id": lambda r: (-r["killed_best"], r["id"]),
                       "date_start,-id": None, "number_of_sources,id": lambda r: (
                           math.inf if r["number_of_sources"] is None else r["number_of_sources"], r["id"])}.items():
        ordered = sorted(table, key=key) if key else sorted(
            sorted(table, key=lambda r: r["id"], reverse=True), key=lambda r: r["date_start"])
        found, _ = server.features(collection, {"sortby": order}, 500)
        at = next((i for i, (a, b) in enumerate(zip(found, ordered)) if a["id"] != b["id"]), None)
        expect(f"sortby={order}: first difference", at and (at, found[at]["id"], ordered[at]["id"]), None)
    print(f"{collection}: {len(table)} rows, {asked} filters, 3 orders over all pages: {wrong or 'no'} differences")
    return wrong


def main():
    if len(sys.argv) < 2 or "DATELINE_DATABASE" not in os.environ:
        sys.exit(__doc__)
    random.seed(25)
    files = [Path(name) for name in sys.argv[1:]]
    table = rows(files[0])
    print(f"{files[0].name}: {len(table)} rows, sum of best {sum(row['killed_best'] for row in table):.0f}")
    with tempfile.TemporaryDirectory() as folder:
        layer(Path(folder), table)
        for number, file in enumerate(files):
            subprocess.run([*PROGRAM, "load", str(file), "--collection", f"table{number}", "--mapping", "ucdp-ged",
                            "--restart", "--rejects", f"{folder}/rejects.csv"], check=True)
        server = Server(folder)
        try:
            wrong = compare(server, "memory", table, False)
            wrong += sum(compare(server, f"table{number}", table, True) for number in range(len(files)))
        finally:
            server.process.terminate()
            server.process.wait()
    sys.exit(1 if wrong else 0)


main()
