package org.dateline.features;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.dateline.model.StatedTime;
import org.dateline.model.Translation;
import org.dateline.model.Verification;
import org.jspecify.annotations.Nullable;

/** Defines the properties of an excerpt and how each is read. */
final class ExcerptProperties {

    /** @param mentions the ties that count: all of them in the collection, one in a feature's list */
    private record Source(Report report, Excerpt excerpt, List<Mention> mentions) {}

    private final PropertyReader<Source> inCollection;
    private final PropertyReader<Source> inFeature;

    ExcerptProperties(CatalogNames names) {
        PropertyReader<Source> all = new PropertyReader<Source>()
                .with(KnownProperty.ID, source -> source.excerpt.id())
                .with(KnownProperty.QUOTE, source -> source.excerpt.quote())
                .withAny(KnownProperty.TRANSLATION, source -> translation(source.excerpt.translation()))
                .withAny(
                        KnownProperty.TRANSLATOR,
                        source -> source.excerpt.translation() == null
                                ? null
                                : source.excerpt.translation().translator())
                .with(KnownProperty.WORDS, source -> words(source.mentions))
                .with(KnownProperty.INFERRED, source -> inferred(source.mentions, names))
                .with(
                        KnownProperty.PLACES,
                        source -> source.mentions.stream()
                                .map(Mention::feature)
                                .distinct()
                                .toList())
                .with(KnownProperty.REPORT, source -> source.report.id())
                .with(KnownProperty.REPORT_LABEL, source -> names.text(source.report.label()))
                .with(KnownProperty.REPORT_DATE, source -> source.report.date())
                .with(KnownProperty.LANGUAGE, source -> source.report.language())
                .with(KnownProperty.TEXT_OFFSET, source -> source.excerpt.offset())
                .with(KnownProperty.EXCERPT_DATE, source -> source.excerpt.date())
                .with(KnownProperty.EXCERPT_DATE_WORDS, source -> source.excerpt.dateWords())
                .withAny(
                        KnownProperty.EXCERPT_TIME,
                        source -> time(source, time -> time.time().toString()))
                .withAny(KnownProperty.EXCERPT_TIME_ZONE, source -> time(source, StatedTime::zone))
                .withAny(KnownProperty.EXCERPT_TIME_WORDS, source -> time(source, StatedTime::words))
                .with(KnownProperty.EFFECTIVE_DATE, source -> source.report.dateOf(source.excerpt))
                .with(KnownProperty.PARTY, source -> source.excerpt.party())
                .with(KnownProperty.PARTY_NAME, source -> names.party(source.excerpt.party()))
                .with(KnownProperty.NOT_VERIFIED, source -> source.excerpt.notVerified())
                .with(KnownProperty.NOT_CONFIRMED, source -> source.excerpt.notConfirmed())
                .with(KnownProperty.VERIFIED, source -> verified(source.report.verification()))
                .with(KnownProperty.PAGE, source -> "reports/" + source.report.id() + "/#" + source.excerpt.id());
        inCollection = all.without(KnownProperty.INFERRED, KnownProperty.EFFECTIVE_DATE, KnownProperty.VERIFIED);
        inFeature = all.without(
                KnownProperty.PLACES,
                KnownProperty.LANGUAGE,
                KnownProperty.TEXT_OFFSET,
                KnownProperty.EXCERPT_DATE,
                KnownProperty.EXCERPT_DATE_WORDS,
                KnownProperty.NOT_CONFIRMED,
                KnownProperty.PAGE);
    }

    /** The properties in the collection of excerpts. */
    Map<String, @Nullable Object> inCollection(Report report, Excerpt excerpt) {
        return inCollection.read(new Source(report, excerpt, excerpt.mentions()));
    }

    /** The properties in the list of excerpts of a feature. */
    Map<String, @Nullable Object> inFeature(Citation citation) {
        return inFeature.read(new Source(citation.report(), citation.excerpt(), List.of(citation.mention())));
    }

    private static @Nullable Map<String, String> translation(@Nullable Translation translation) {
        return translation == null ? null : translation.words().byLanguage();
    }

    private static @Nullable String time(Source source, Function<StatedTime, @Nullable String> part) {
        StatedTime time = source.excerpt.time();
        return time == null ? null : part.apply(time);
    }

    private static List<String> words(List<Mention> mentions) {
        return mentions.stream()
                .flatMap(mention -> mention.words().stream())
                .distinct()
                .toList();
    }

    private static @Nullable String inferred(List<Mention> mentions, CatalogNames names) {
        return mentions.stream()
                .map(mention -> mention instanceof Mention.Inferred inferred ? names.text(inferred.why()) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String verified(@Nullable Verification verification) {
        return verification == null ? null : verification.on().toString();
    }
}
