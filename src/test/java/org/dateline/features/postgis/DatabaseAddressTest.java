package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:sec/ret@host/db",
                "postgresql://u:1/secret@host/db",
                "postgresql://u:sec?ret@host/db",
                "postgresql://u:secret%zz@host/db",
                "postgresql://u%3Asecret@host/db",
                "postgresql://u:secret@/db",
                "postgresql://u:secret@host",
                "postgresql://u:secret@[::1]/db",
                "postgresql://host/db?user=u&password=secret",
                "postgresql://host/db?sslpassword=secret",
                "postgresql://host/db?sslmode=secret",
                "postgresql://host/db?secret",
                "jdbc:postgresql://u:secret@@host:x/db",
                "postgresql:/u:secret@host/db",
                "u:secret@host/db",
                "host=h user=u password=secret dbname=d",
                "mysql://u:secret@host/db",
                "secret"
            })
    void what_cannot_be_read_is_refused_without_a_word_of_it(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("got ")
                .hasMessageContaining(", expected ")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("ret@")
                .hasNoCause();
    }

    @Test
    void a_password_stands_nowhere_but_in_the_password() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://us%40er:p%2Fa%3Ass@word@one:5433,two/na%2Fme", null);
        assertThat(address.user()).isEqualTo("us@er");
        assertThat(address.password()).isEqualTo("p/a:ss@word");
        assertThat(address.hosts()).isEqualTo("one:5433,two");
        assertThat(address.name()).isEqualTo("na/me");
        assertThat(address).hasToString("postgresql://us@er@one:5433,two/na/me");
        assertThat(address.jdbcUrl()).doesNotContain("word");
    }

    @Test
    void tls_can_be_asked_for() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://u@host/db?sslmode=verify-full&sslrootcert=/etc/my%20ca.pem", null);
        assertThat(address.jdbcUrl())
                .isEqualTo("jdbc:postgresql://host/db?ApplicationName=dateline&sslmode=verify-full"
                        + "&sslrootcert=%2Fetc%2Fmy%20ca.pem");
        assertThat(address).hasToString("postgresql://u@host/db?sslmode=verify-full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "Unmatched argument at index 5: 'postgresql://u:secret@h/d' ¦ Unmatched argument at index 5: 'postgresql://u:…@h/d'",
                "no option --x=postgres://u:se@cret@h/d ¦ no option --x=postgres://u:…@h/d",
                "got 'host=h password=secret user=u' ¦ got 'host=h password=… user=u'",
                "postgresql://u@h:5432/d: refused ¦ postgresql://u@h:5432/d: refused"
            })
    void a_text_of_anybody_is_told_without_passwords(String text, String told) {
        assertThat(DatabaseAddress.withoutPasswords(text)).isEqualTo(told);
    }
}
