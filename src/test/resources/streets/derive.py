#!/usr/bin/env python3
"""Derives the archives of this folder from an extract of OpenStreetMap, with Debian's tilemaker (2.2).

    derive.py EXTRACT.osm.pbf

Tilemaker's MBTiles become PMTiles 3 here; of the extract, a few blocks at zoom 14 and what lies above them.
"""
import json, pathlib, sqlite3, struct, subprocess, sys, tempfile, gzip

BBOX = "-122.3990,37.7925,-122.3915,37.7975"
OMT = pathlib.Path("/usr/share/doc/tilemaker/examples")
HERE = pathlib.Path(__file__).parent


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def number(z, x, y):
    d, s = 0, 1 << z >> 1
    while s:
        rx, ry = int(x & s > 0), int(y & s > 0)
        d += s * s * ((3 * rx) ^ ry)
        if not ry:
            if rx:
                x, y = s - 1 - (x & (s - 1)), s - 1 - (y & (s - 1))
            x, y = y, x
        s >>= 1
    return ((1 << 2 * z) - 1) // 3 + d


def pmtiles(mbtiles, out, attribution):
    db = sqlite3.connect(mbtiles)
    meta = dict(db.execute("select name, value from metadata"))
    rows = db.execute("select zoom_level, tile_column, tile_row, tile_data from tiles where zoom_level >= 8").fetchall()
    tiles = sorted((number(z, x, (1 << z) - 1 - y), data) for z, x, y, data in rows)
    zooms = [row[0] for row in rows]
    data, entries = b"", []
    for id, tile in tiles:
        entries.append((id, len(tile), len(data)))
        data += tile
    directory = varint(len(entries))
    last = 0
    for id, _, _ in entries:
        directory += varint(id - last)
        last = id
    directory += b"".join(varint(1) for _ in entries)
    directory += b"".join(varint(length) for _, length, _ in entries)
    directory += b"".join(varint(offset + 1) for _, _, offset in entries)
    root = gzip.compress(directory, mtime=0)
    about = {"name": meta["name"], "attribution": attribution}
    about["vector_layers"] = json.loads(meta["json"])["vector_layers"]
    metadata = gzip.compress(json.dumps(about).encode(), mtime=0)
    west, south, east, north = (round(float(side) * 1e7) for side in BBOX.split(","))
    at = 127
    head = b"PMTiles\x03" + struct.pack(
        "<11Q", at, len(root), at + len(root), len(metadata), at + len(root) + len(metadata), 0,
        at + len(root) + len(metadata), len(data), len(entries), len(entries), len(entries))
    head += struct.pack("<6B", 1, 2, 2, 1, min(zooms), max(zooms))
    head += struct.pack("<4i", west, south, east, north)
    head += struct.pack("<Bii", 14, (west + east) // 2, (south + north) // 2)
    pathlib.Path(out).write_bytes(head + root + metadata + data)


def without(tile, names):
    """A vector tile without some layers; a layer is field 3, and its name the field 1 within."""
    plain, kept, at = gzip.decompress(tile), b"", 0

    def read(i):
        n = shift = 0
        while True:
            n |= (plain[i] & 127) << shift
            shift, i = shift + 7, i + 1
            if plain[i - 1] < 128:
                return n, i

    while at < len(plain):
        length, inner = read(at + 1)
        layer, end, name = inner, inner + length, b""
        while layer < end and not name:
            key, layer = read(layer)
            if key & 7 == 2:
                size, layer = read(layer)
                name = plain[layer:layer + size] if key >> 3 == 1 else b""
                layer += size
            else:
                _, layer = read(layer)
        kept += b"" if name.decode() in names else plain[at:end]
        at = end
    return gzip.compress(kept, mtime=0)


def tilemaker(source, out, config, process, cwd):
    subprocess.run(["tilemaker", "--bbox", BBOX, "--input", source, "--output", out, "--config", config, "--process",
                    process], check=True, cwd=cwd, stdout=subprocess.DEVNULL)


source = str(pathlib.Path(sys.argv[1]).resolve())
with tempfile.TemporaryDirectory() as work:
    for schema in ("shortbread", "protomaps", "openmaptiles"):
        config, process = HERE / "profiles" / f"{schema}.json", HERE / "profiles" / f"{schema}.lua"
        if schema == "openmaptiles":
            config, process = OMT / "config-openmaptiles.json", OMT / "process-openmaptiles.lua"
        made = f"{work}/{schema}.mbtiles"
        tilemaker(source, made, str(config.resolve()), str(process.resolve()), work)
        if schema == "openmaptiles":
            db = sqlite3.connect(made)
            db.create_function("without", 1, lambda tile: without(tile, ("poi", "housenumber")))
            db.execute("delete from tiles where zoom_level < 8")
            db.execute("update tiles set tile_data = without(tile_data)")
            db.commit()
            db.execute("vacuum")
            db.close()
            (HERE / "blocks.openmaptiles.mbtiles").write_bytes(pathlib.Path(made).read_bytes())
        said = json.loads(config.read_text())["settings"]["filemetadata"]
        pmtiles(made, HERE / f"blocks.{schema}.pmtiles", said.get("attribution", "© OpenStreetMap contributors"))
