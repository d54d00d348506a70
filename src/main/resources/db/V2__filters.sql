-- Arithmetic of filters as the programs that evaluate them in memory do it (IEEE 754): what has no finite result is null
-- where PostgreSQL reports an error, and what is too small is 0.
create function calculated(operator text, a double precision, b double precision) returns double precision
    language plpgsql immutable strict as $$
declare
    step double precision;
    rest double precision;
begin
    if operator in ('/', 'div', '%') and b = 0 then
        return null;
    end if;
    if operator = '%' then
        -- Step by step: each difference is exact, as a quotient is not.
        rest := abs(a);
        step := abs(b);
        if rest < 9007199254740992 and step < 9007199254740992 and rest = trunc(rest) and step = trunc(step) then
            return mod(a::bigint, b::bigint);
        end if;
        while step <= rest - step loop
            step := step + step;
        end loop;
        loop
            if rest >= step then
                rest := rest - step;
            end if;
            exit when step <= abs(b);
            step := step * 0.5;
        end loop;
        return case when a < 0 then 0 - rest else rest end;
    end if;
    -- A block with a handler costs more than all else: what is neither large nor small needs none.
    if (a = 0 or abs(a) between 1e-100 and 1e100) and (b = 0 or abs(b) between 1e-100 and 1e100) then
        case operator
            when '+' then return a + b;
            when '-' then return a - b;
            when '*' then return a * b + 0.0;
            when '/' then return a / b + 0.0;
            when 'div' then return trunc(a / b) + 0.0;
            else null;
        end case;
    end if;
    begin
        return case operator
            when '+' then a + b
            when '-' then a - b
            when '*' then a * b
            when '/' then a / b
            when 'div' then trunc(a / b)
            when '^' then power(a, b)
        end;
    exception
        when numeric_value_out_of_range then
            return case
                when operator = '*' and least(abs(a), abs(b)) < 1 then 0
                when operator in ('/', 'div') and abs(b) >= 1 then 0
                when operator = '^' and (abs(a) > 1) <> (b > 0) then 0
            end;
        when invalid_argument_for_power_function then
            return null;
    end;
end $$;

-- Whether two geometries intersect, of which the first may have parts that overlap: part by part.
create function meets(one geometry, other geometry) returns boolean
    language sql immutable parallel safe
    return case
        when st_numgeometries(one) > 1
            then exists (select from st_dump(one) as part where st_intersects(part.geom, other))
        else st_intersects(one, other) end;

-- A geometry that other comparisons are possible with; an error for one with parts that overlap or of several kinds.
create function comparable(shape geometry) returns geometry
    language plpgsql immutable strict parallel safe as $$
begin
    if geometrytype(shape) = 'GEOMETRYCOLLECTION' or geometrytype(shape) = 'MULTIPOLYGON' and not st_isvalid(shape) then
        raise data_exception using message = 'a geometry has parts that overlap or are of several kinds';
    end if;
    return shape;
end $$;

-- A text without the difference between cases, by way of upper case (Unicode, by ICU); most texts are ASCII, which is faster.
create function folded(said text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    if octet_length(said) = char_length(said) then
        return lower(said collate "C");
    end if;
    return lower(upper(said collate "und-x-icu") collate "und-x-icu");
end $$;

-- A text without accents: marks is a regular expression for what they become when letters are taken apart.
create function unaccented(said text, marks text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    if octet_length(said) = char_length(said) then
        return said;
    end if;
    return regexp_replace(normalize(said, NFD), marks, '', 'g');
end $$;
