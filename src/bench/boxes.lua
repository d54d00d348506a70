-- For wrk: requests the address with another bbox each time, so that no response is one that the server keeps. Only
-- decimals that are far smaller than the distance between two records are added to the western side.
local before, west, after
local number

function init()
    before, west, after = wrk.path:match("^(.*bbox=)([^,]*)(,.*)$")
    -- No run repeats the numbers of the one before, unless it sends more than 100 000 requests a second.
    number = (os.time() % 100000) * 100000
end

function request()
    number = number + 1
    return wrk.format(nil, before .. west .. string.format("%010d", number) .. after)
end
