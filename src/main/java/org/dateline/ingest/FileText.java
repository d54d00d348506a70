package org.dateline.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file: plain in any encoding, HTML, PDF or DOCX, told apart by their content. Files are not trusted: each
 * step has an end, in bytes, characters and time, and nothing that a file names is fetched or expanded.
 *
 * @param text  its words, paragraphs divided by blank lines
 * @param aside lines that are no prose of the report
 * @param kind  what the file is, in plain words
 */
record FileText(String text, List<String> aside, String kind) {

    static final int LARGEST_FILE = 20_000_000;

    /** No report is longer, in characters. */
    static final int LONGEST = 400_000;

    private static final int MOST_PAGES = 300;
    private static final int LARGEST_XML = 60_000_000;
    private static final long MOST_PDF_MEMORY = 200_000_000;
    private static final int SECONDS = 15;

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype html|html|head|body)\\b.*");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");

    /** Control characters that no text has. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0E-\\x1A\\x1C-\\x1F]");

    FileText {
        aside = List.copyOf(aside);
    }

    /** @throws IOException that says in one line why the file is no text that can be read */
    static FileText read(Path file, Words words) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw refused(file, "which has more than " + LARGEST_FILE / 1_000_000 + " MB", "a report");
        }
        byte[] content = Files.readAllBytes(file);
        return TimeLimit.within(SECONDS, file, () -> read(file, content, words));
    }

    private static FileText read(Path file, byte[] content, Words words) throws IOException {
        String kind;
        String text;
        if (starts(content, "%PDF-")) {
            kind = "PDF";
            text = pdf(file, content);
        } else if (starts(content, "PK\u0003\u0004")) {
            kind = "DOCX";
            text = docx(file, content);
        } else {
            String decoded = decode(file, content);
            boolean html = HTML.matcher(decoded.substring(0, Math.min(decoded.length(), 4000)))
                    .matches();
            kind = html ? "HTML" : "text";
            text = html ? HtmlText.of(Jsoup.parse(decoded)) : decoded;
        }
        if (text.length() > LONGEST) {
            throw refused(file, "with " + text.length() + " characters", "a report of at most " + LONGEST);
        }
        if (!WORDS.matcher(text).find()) {
            throw refused(
                    file,
                    kind.equals("PDF") ? "a PDF without text, perhaps scanned" : "which has no words",
                    "a report");
        }
        return new Prose(words).split(text, kind);
    }

    static IOException refused(Path file, String got, String expected) {
        return new IOException("got " + file + ", " + got + ", expected " + expected);
    }

    private static boolean starts(byte[] content, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= content.length || content[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(Path file, byte[] content) throws IOException {
        String text = utf8(content);
        if (text == null) {
            text = guessed(content);
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw refused(file, "which is empty", "a text, HTML, PDF or DOCX");
        }
        if (!isText(text)) {
            throw refused(file, "which is binary", "a text, HTML, PDF or DOCX");
        }
        return text;
    }

    /** The text in the likeliest encoding in which it is one; the surest guess may not even decode (KOI8-R as Shift JIS). */
    private static String guessed(byte[] content) {
        return Arrays.stream(new CharsetDetector().setText(content).detectAll())
                .map(CharsetMatch::getName)
                .filter(Charset::isSupported)
                .map(name -> new String(content, Charset.forName(name)))
                .filter(FileText::isText)
                .findFirst()
                .orElse("\uFFFD");
    }

    private static boolean isText(String text) {
        return !CONTROL.matcher(text).find() && text.indexOf('\uFFFD') < 0;
    }

    private static @Nullable String utf8(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            // UTF-16 of Latin letters is valid UTF-8, too.
            return text.indexOf('\0') >= 0 ? null : text;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static String pdf(Path file, byte[] content) throws IOException {
        // What streams unpack to is kept within a limit, in memory and files together.
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MOST_PDF_MEMORY / 4, MOST_PDF_MEMORY);
        try (PDDocument document =
                Loader.loadPDF(new RandomAccessReadBuffer(content), "", null, null, memory.streamCache)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw refused(
                        file, "with " + document.getNumberOfPages() + " pages", "a report of at most " + MOST_PAGES);
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setParagraphEnd("\n");
            Limited out = new Limited(file);
            stripper.writeText(document, out);
            return out.text.toString();
        } catch (InvalidPasswordException e) {
            throw new IOException("got " + file + ", which is encrypted, expected a PDF without a password", e);
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("got ")
                    ? e
                    : new IOException("got " + file + ", which is no PDF that can be read, expected a report", e);
        }
    }

    /** Ends a text that does not end. */
    private static final class Limited extends Writer {

        private final Path file;
        private final StringBuilder text = new StringBuilder();

        Limited(Path file) {
            this.file = file;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            if (text.length() + length > LONGEST) {
                throw refused(file, "with more than " + LONGEST + " characters", "a report");
            }
            text.append(characters, from, length);
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }

    private static String docx(Path file, byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return paragraphs(file, new Bounded(file, zip));
                }
                new Bounded(file, zip).transferTo(OutputStream.nullOutputStream());
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException refused
                    && refused.getMessage().startsWith("got ")) {
                throw refused;
            }
            throw new IOException(
                    "got " + file + ", whose word/document.xml is no XML that can be read, expected a DOCX", e);
        }
        throw refused(file, "an archive without word/document.xml", "a text, HTML, PDF or DOCX");
    }

    /** Ends an entry that unpacks to far more than it should. */
    private static final class Bounded extends InputStream {

        private final Path file;
        private final InputStream in;
        private long left = LARGEST_XML;

        Bounded(Path file, InputStream in) {
            this.file = file;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw refused(file, "which unpacks to more than " + LARGEST_XML / 1_000_000 + " MB", "a DOCX");
            }
            return read;
        }
    }

    private static String paragraphs(Path file, InputStream xml) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        StringBuilder out = new StringBuilder();
        List<String> open = new ArrayList<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.add(reader.getLocalName());
                    switch (reader.getLocalName()) {
                        case "tab" -> out.append(' ');
                        case "br" -> out.append('\n');
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open.removeLast();
                    out.append(reader.getLocalName().equals("p") ? "\n\n" : "");
                }
                case XMLStreamConstants.CHARACTERS -> {
                    // Words that were deleted with changes tracked stand in "delText".
                    if (!open.isEmpty() && open.getLast().equals("t")) {
                        out.append(reader.getText());
                    }
                }
                default -> {}
            }
            if (out.length() > LONGEST) {
                throw refused(file, "with more than " + LONGEST + " characters", "a report");
            }
        }
        return out.toString();
    }
}
