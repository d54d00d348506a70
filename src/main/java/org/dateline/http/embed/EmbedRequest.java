package org.dateline.http.embed;

import org.dateline.model.View;
import org.dateline.site.embed.Embeds.Theme;

/** An embed of a state of the map or of a measure's claims: what to show, in which language and colours. */
record EmbedRequest(View view, String language, Theme theme) {}
