"""Loads collections with QGIS's own OGC API - Features provider and prints their features as JSON lines.

Usage: qgis_features.py LANDING-PAGE COLLECTION...
Run it with the Python that python3-qgis is installed for; QT_QPA_PLATFORM=offscreen where there is no screen.
"""

import json
import os
import sys

from qgis.core import QgsApplication, QgsVectorLayer

address = sys.argv[1]
app = QgsApplication([], False)
app.initQgis()
for collection in sys.argv[2:]:
    layer = QgsVectorLayer(f"url='{address}' typename='{collection}' pageSize='25'", collection, "OAPIF")
    if not layer.isValid():
        sys.exit(f"QGIS found no layer {collection} at {address}")
    print(json.dumps({"collection": collection, "count": layer.featureCount(), "crs": layer.crs().authid()}))
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        wkt = geometry.asWkt(6) if feature.hasGeometry() else None
        print(json.dumps({"collection": collection, "id": feature["id"], "wkt": wkt}))
sys.stdout.flush()
# QGIS 3.22 ends with a crash now and then when it is closed properly; all that was asked for is out.
os._exit(0)
