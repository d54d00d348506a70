package org.dateline.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class TownNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Unicode's CLDR knows capitals.
                "uk | UA | Kyiv       | Киев,Київ                                            | Київ",
                "ru | UA | Kyiv       | Киев,Київ,Кыив                                       | Киев",
                "ur | AF | Kabul      | Kaboul                                               | کابل",
                // In the language of the country, the name that sounds alike, and no former one.
                "uk | UA | Chernihiv  | Чернигов,Чернігів                                    | Чернігів",
                "uk | UA | Lutsk      | Луцьк,Лучеськ                                        | Луцьк",
                // GeoNames leaves out soft signs; neither endings without one nor one after a sibilant are Ukrainian.
                "uk | UA | Donetsk    | Донецк,Донецьк                                       | Донецьк",
                "uk | UA | Kerch      | Керч,Керчь                                           | Керч",
                "uk | UA | Voronkiv   | Воронков,Вороньків                                   | Вороньків",
                "ru | RU | Kursk      | Курск,Курськ                                         | Курск",
                // Nor are other languages' and former letters Russian; where Latin letters leave out a sign, it is
                // written.
                "ru | RU | Smolensk   | Смаленск,Смоленск,Смоленськ,Смоленьск,Смольньскъ     | Смоленск",
                "ru | RU | Kolomna    | Каломна,Коломна,Коломно,Коломьна                     | Коломна",
                "ru | RU | Tver       | Твер,Тверь,Калинин                                   | Тверь",
                "ru | RU | Cherepovets | Череповетс,Череповец,Череповець                     | Череповец",
                "ru | RU | Pushchino  | Пушчино,Пущино                                       | Пущино",
                "ru | RU | Rostov-na-Donu | Ростов на Дону,Ростов-на-Дону                    | Ростов-на-Дону",
                // Either may be right: Братск is, and so is Бежецк.
                "ru | RU | Bezhetsk   | Бежетск,Бежецк                                       | Bezhetsk",
                // Ukrainian keeps them apart; Belarusian has -цк for both, but not in adjectives.
                "ru | RU | Bratsk     | Братск,Братськ,Брацк                                 | Братск",
                "ru | RU | Tikhoretsk | Тихоретск,Тихорецк,Тихорєцьк                         | Тихорецк",
                "ru | RU | Sovetsk    | Советск,Совецк                                       | Sovetsk",
                "ru | RU | Poretskoye | Поретское,Порецкое                                   | Порецкое",
                // Nor are these Russian where the same name is listed otherwise.
                "ru | RU | Mtsensk    | Мценск,Мцэнск                                        | Мценск",
                "ru | RU | Shenkursk  | Шенкурск,Шэнкурск                                    | Шенкурск",
                "ru | RU | Ulan-Ude   | Улан-Удэ                                             | Улан-Удэ",
                "ru | RU | Udachny    | Удачны,Удачный                                       | Удачный",
                "ru | RU | Petropavlovsk-Kamchatsky | Петропавловск-Камчатски,Петропавловск-Камчатский | Петропавловск-Камчатский",
                // English names of the present town, among its former ones.
                "ru | RU | Saint Petersburg | Ленинград,Петроград,СПб,Санкт Петербург,Санкт-Петербург | Санкт-Петербург",
                "ru | RU | Budyonnovsk | Буденновск,Будённовск                               | Будённовск",
                "ru | RU | Mineralnye Vody | Минералние Води,Минеральные Воды                | Минеральные Воды",
                "ru | RU | Benoy-Yurt | Бено-Юрт,Беной-Юрт                                   | Беной-Юрт",
                // As names are written on maps, without a dictionary's accents.
                "ru | RU | Imeni Morozova | Имени Морозова,имени Морозова                    | Имени Морозова",
                "ru | RU | Vniissok   | ВНИИССОК                                             | ВНИИССОК",
                "uk | UA | Ovidiopol  | Ові́діополь,Овидиополь                               | Овідіополь",
                // The one with the same accents.
                "ru | RU | Shchëkino  | Щекино,Щёкино                                        | Щёкино",
                // In another language, nobody says which name is whose.
                "ru | UA | Chernihiv  | Чернигов,Чернігів                                    | Chernihiv",
                "he | TR | Gaziantep  | גזיאנטפ                                              | Gaziantep",
                // Two that sound alike, one of which is of another language.
                "uk | UA | Khmelnytskyi | Хмельницкий,Хмельницький,Плоскурів                 | Khmelnytskyi",
                "es | ES | Valencia   | Валенсия                                             | Valencia",
            })
    void are_of_the_language_or_stay_in_Latin_letters(
            String language, String country, String name, String others, String expected) {
        Town town = new Town(1, name, new Coordinate(0, 0), country, "", 1, Town.Seat.NONE, List.of(others.split(",")));
        assertThat(new TownNames(language).of(town)).isEqualTo(expected);
    }
}
