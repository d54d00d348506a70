-- The layers of the Protomaps basemap, version 4, that are drawn, from OpenStreetMap (https://docs.protomaps.com/basemaps/layers).
node_keys = { "place" }
function init_function() end
function exit_function() end

local function names(of)
  for _, key in ipairs({ "name", "name:en", "name:de" }) do
    local name = of:Find(key)
    if name ~= "" then of:Attribute(key, name) end
  end
end

function node_function(node)
  local place = node:Find("place")
  local kind = ({ city = "locality", town = "locality", suburb = "macrohood", quarter = "macrohood", neighbourhood = "neighbourhood" })[place]
  if kind and node:Find("name") ~= "" then
    node:Layer("places", false)
    node:Attribute("kind", kind)
    node:Attribute("kind_detail", place)
    names(node)
  end
end

local MAJOR = { trunk = 1, primary = 1, secondary = 1, tertiary = 1 }
local MINOR = { unclassified = 1, residential = 1, living_street = 1, service = 1 }
local PATH = { pedestrian = 1, footway = 1, path = 1, steps = 1, cycleway = 1, track = 1 }
local LAND = { residential = 1, commercial = 1, industrial = 1, retail = 1, railway = 1, grass = 1, cemetery = 1, recreation_ground = 1 }

function way_function(way)
  local highway, railway, natural = way:Find("highway"), way:Find("railway"), way:Find("natural")
  local landuse, leisure = way:Find("landuse"), way:Find("leisure")
  if highway ~= "" and highway ~= "footway" and not way:IsClosed() then
    local plain = highway:gsub("_link$", "")
    local kind = plain == "motorway" and "highway" or MAJOR[plain] and "major_road" or MINOR[plain] and "minor_road" or PATH[plain] and "path"
    if kind then
      way:Layer((kind == "minor_road" or kind == "path") and "roads_low" or "roads", false)
      way:Attribute("kind", kind)
      way:Attribute("kind_detail", plain)
      if plain ~= highway then way:AttributeBoolean("is_link", true) end
      if way:Find("tunnel") == "yes" then way:AttributeBoolean("is_tunnel", true) end
      if kind ~= "path" then names(way) end
    end
  elseif railway == "rail" or railway == "light_rail" or railway == "subway" or railway == "tram" then
    way:Layer("roads", false)
    way:Attribute("kind", "rail")
    way:Attribute("kind_detail", railway)
    if way:Find("tunnel") == "yes" then way:AttributeBoolean("is_tunnel", true) end
  end
  if natural == "coastline" and way:IsClosed() then way:Layer("earth", true) way:Attribute("kind", "earth") end
  if natural == "bay" then way:Layer("water", true) way:Attribute("kind", "ocean")
  elseif natural == "water" then
    way:Layer("water", true)
    way:Attribute("kind", "water")
    if way:Find("name") ~= "" then way:LayerAsCentroid("water") way:Attribute("kind", "water") names(way) end
  end
  if LAND[landuse] then way:Layer("landuse", true) way:Attribute("kind", landuse)
  elseif leisure == "park" or leisure == "garden" or leisure == "playground" then way:Layer("landuse", true) way:Attribute("kind", leisure)
  elseif natural == "beach" then way:Layer("landuse", true) way:Attribute("kind", natural)
  elseif way:Find("man_made") == "pier" and way:IsClosed() then way:Layer("landuse", true) way:Attribute("kind", "pier") end
  if way:Find("building") ~= "" then way:Layer("buildings", true) way:Attribute("kind", "building") end
  if way:Find("boundary") == "administrative" then
    local level = way:Find("admin_level")
    if level == "2" or level == "4" then
      way:Layer("boundaries", false)
      way:Attribute("kind", level == "2" and "country" or "region")
    end
  end
end
