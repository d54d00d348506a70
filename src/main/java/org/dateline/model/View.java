package org.dateline.model;

/** Something that can be embedded: a saved state of the map, or the claims of a measure. */
public sealed interface View permits MapView, ClaimsView {

    String id();

    Text title();

    /** One sentence below it. */
    Text caption();
}
