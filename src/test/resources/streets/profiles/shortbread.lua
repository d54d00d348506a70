-- The layers of Shortbread 1 that are drawn, from OpenStreetMap (https://shortbread-tiles.org/schema/1.0/).
node_keys = { "place" }
function init_function() end
function exit_function() end

local function names(of)
  for _, key in ipairs({ "name", "name:en", "name:de" }) do
    local name = of:Find(key)
    if name ~= "" then of:Attribute((key:gsub(":", "_")), name) end
  end
end

function node_function(node)
  local place = node:Find("place")
  if node:Find("name") ~= "" and (place == "city" or place == "suburb" or place == "quarter" or place == "neighbourhood") then
    node:Layer("place_labels", false)
    node:Attribute("kind", place)
    names(node)
  end
end

local LAND = { residential = 1, commercial = 1, industrial = 1, retail = 1, railway = 1, grass = 1, cemetery = 1, recreation_ground = 1 }
local GREEN = { park = 1, garden = 1, playground = 1, golf_course = 1 }
local MINOR = { unclassified = 1, residential = 1, living_street = 1, service = 1, pedestrian = 1, footway = 1, path = 1, steps = 1, cycleway = 1, track = 1 }

function way_function(way)
  local highway, railway, natural = way:Find("highway"), way:Find("railway"), way:Find("natural")
  local landuse, leisure = way:Find("landuse"), way:Find("leisure")
  if highway ~= "" and highway ~= "footway" and not way:IsClosed() then
    local kind = highway:gsub("_link$", "")
    way:Layer(MINOR[kind] and "streets_low" or "streets", false)
    way:Attribute("kind", kind)
    way:AttributeBoolean("link", kind ~= highway)
    way:AttributeBoolean("tunnel", way:Find("tunnel") == "yes")
    way:AttributeBoolean("rail", false)
    if way:Find("name") ~= "" and kind ~= "footway" then
      way:Layer("street_labels", false)
      way:Attribute("kind", kind)
      names(way)
    end
  elseif railway == "rail" or railway == "light_rail" or railway == "subway" or railway == "tram" then
    way:Layer("streets", false)
    way:Attribute("kind", railway)
    way:AttributeBoolean("rail", true)
    way:AttributeBoolean("tunnel", way:Find("tunnel") == "yes")
  end
  if natural == "bay" then way:Layer("ocean", true)
  elseif natural == "water" then
    way:Layer("water_polygons", true)
    way:Attribute("kind", "water")
    if way:Find("name") ~= "" then way:LayerAsCentroid("water_polygons_labels") names(way) end
  end
  if LAND[landuse] then way:Layer("land", true) way:Attribute("kind", landuse)
  elseif GREEN[leisure] then way:Layer("land", true) way:Attribute("kind", leisure)
  elseif natural == "beach" or natural == "sand" then way:Layer("land", true) way:Attribute("kind", natural) end
  if way:Find("man_made") == "pier" and way:IsClosed() then way:Layer("pier_polygons", true) way:Attribute("kind", "pier") end
  if way:Find("building") ~= "" then way:Layer("buildings", true) way:AttributeBoolean("dummy", false) end
  if way:Find("boundary") == "administrative" then
    local level = tonumber(way:Find("admin_level"))
    if level == 2 or level == 4 then
      way:Layer("boundaries", false)
      way:AttributeNumeric("admin_level", level)
      way:AttributeBoolean("maritime", way:Find("maritime") == "yes")
    end
  end
end
