package org.dateline.http.embed;

import org.dateline.model.View;
import org.dateline.site.embed.Embeds.Theme;

/** A request for an embed of a map state or of a measure's claims: the content, language and colours. */
record EmbedRequest(View view, String language, Theme theme) {}
