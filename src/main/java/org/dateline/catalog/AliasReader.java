package org.dateline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.model.Alias;

/** Collects the {@code aliases} of views, places, reports and measures. */
final class AliasReader {

    private final Faults faults;
    private final List<Alias> aliases = new ArrayList<>();
    private final Map<Alias.Kind, Map<String, Field>> fields = new HashMap<>();

    AliasReader(Faults faults) {
        this.faults = faults;
    }

    /** @param owner the entry with the field {@code aliases}, if it has any */
    void read(Alias.Kind kind, String id, Field owner) {
        for (Field alias : owner.find("aliases").map(Field::items).orElse(List.of())) {
            if (faults.touch(alias)) {
                continue;
            }
            Field earlier = fields.computeIfAbsent(kind, _ -> new HashMap<>()).putIfAbsent(alias.text(), alias);
            if (earlier == null) {
                aliases.add(new Alias(kind, alias.text(), id));
            } else {
                faults.add(alias.fault(
                        "a former id of one thing only: " + earlier.document().file() + ", line "
                                + earlier.document().line(earlier.path()) + " has this one"));
            }
        }
    }

    /** Adds a fault for each alias that something has as its id now. */
    void requireFormer(Alias.Kind kind, Set<String> present) {
        fields.getOrDefault(kind, Map.of()).forEach((id, field) -> {
            if (present.contains(id)) {
                faults.add(field.fault("a former id: something has this one now"));
            }
        });
    }

    List<Alias> aliases() {
        return List.copyOf(aliases);
    }
}
