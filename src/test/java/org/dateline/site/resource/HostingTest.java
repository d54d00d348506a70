package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostingTest {

    @ParameterizedTest
    @CsvSource({
        "https://maps.example.org, https://maps.example.org/",
        "https://example.org/maps, https://example.org/maps/",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/"
    })
    void a_base_address_is_a_folder(String given, String base) {
        assertThat(new Hosting(Hosting.base(given), null, null).base()).hasToString(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maps.example.org", "ftp://example.org/", "https:///x", "https://e.org/?a=b", "https://a b"})
    void only_web_addresses_are_accepted(String given) {
        assertThatThrownBy(() -> new Hosting(Hosting.base(given), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("got the base address \"" + given
                        + "\", expected an address such as https://host/ or https://host/path/");
    }

    @Test
    void the_base_may_be_unknown() {
        assertThat(Hosting.ANYWHERE.base()).isNull();
    }
}
