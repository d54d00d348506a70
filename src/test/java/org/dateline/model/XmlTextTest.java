package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {

    @Test
    void what_xml_cannot_hold_is_left_out_and_all_else_stays() {
        assertThat(XmlText.of("a\u0000b\u0008c\u001fd\ud800e\uffffفـ🚂\t\n")).isEqualTo("abcdeفـ🚂\t\n");
        assertThat(XmlText.of("Sibi")).isSameAs("Sibi");
    }
}
