package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.catalog.CatalogLoader;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseAddress;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.http.RunningServer;
import org.dateline.http.Server;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.load.CollectionAdmin;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadCommandIT {

    private static String address = "";

    @TempDir
    Path folder;

    private record Said(int exit, String words) {}

    @BeforeAll
    static void start() {
        address = Postgres.shared().database().toString();
    }

    private static Said run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            CommandLine line = Dateline.commandLine();
            line.setErr(new PrintWriter(both, true, StandardCharsets.UTF_8));
            return new Said(line.execute(arguments), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String table(String... rows) throws Exception {
        return Files.writeString(
                        folder.resolve("table.csv"), "id,longitude,latitude\n" + String.join("\n", rows) + "\n")
                .toString();
    }

    @Test
    void a_table_is_loaded_listed_and_unloaded() throws Exception {
        Said loaded =
                run("load", table("a,66.5,30.2", "b,67,31", "c,,"), "--collection", "towns", "--database", address);
        assertThat(loaded.words()).contains("towns: 3 records, 1 of them without a place; 0 of 3 rows rejected");
        assertThat(loaded.exit()).isZero();
        assertThat(run("collections", "--database", address).words())
                .contains("towns: 3 records, 1 without a place; box [66.5, 30.2, 67.0, 31.0]; no date to no date");
        assertThat(run("unload", "--collection", "towns", "--database", address).exit())
                .isZero();
        assertThat(run("unload", "--collection", "towns", "--database", address))
                .isEqualTo(new Said(
                        1,
                        "dateline: got --collection towns, which is not in the database, expected one listed by "
                                + "\"dateline collections\"\n"));
    }

    @Test
    void rejected_rows_are_counted_and_written_beside_the_file() throws Exception {
        Said said = run(
                "load",
                table("a,66.5,30.2", "b,x,31"),
                "--collection",
                "few",
                "--most-rejects",
                "1",
                "--database",
                address);
        assertThat(said.words()).contains("1 of 2 rows rejected, see " + folder.resolve("table.csv.rejects.csv"));
        assertThat(folder.resolve("table.csv.rejects.csv")).exists();
    }

    @Test
    void too_many_rejected_rows_are_exit_1() throws Exception {
        Said said = run("load", table("a,66.5,30.2", "b,x,31"), "--collection", "many", "--database", address);
        assertThat(said.words())
                .startsWith("dateline: got 1 of 2 rows that cannot be loaded, expected no more than 1.0 %");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void faults_of_a_mapping_are_listed_and_exit_1() throws Exception {
        Said said = run("load", table("a,1,2"), "--collection", "m", "--mapping", "ucdp-ged", "--database", address);
        assertThat(said.words())
                .contains("ucdp-ged.yaml:", "date.precision.column: got \"date_prec\"", "nothing was loaded");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() throws Exception {
        Said said =
                run("load", table("a,1,2"), "--collection", "m", "--database", "postgresql://u:secret@127.0.0.1:1/d");
        assertThat(said.words())
                .startsWith("dateline: postgresql://u@127.0.0.1:1/d: Connection to 127.0.0.1:1 refused")
                .doesNotContain("secret");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_server_that_follows_refuses_a_folder_that_it_did_not_make() throws Exception {
        Path own = Files.createDirectory(folder.resolve("geodata"));
        Files.writeString(own.resolve("notes.md"), "mine");
        Said said = run("serve", "--follow", "--geodata", own.toString(), "--database", address);
        assertThat(said)
                .isEqualTo(new Said(
                        1,
                        "dateline: got --follow with --geodata " + own
                                + ", which holds files that no server with --follow put there, expected a missing or"
                                + " empty folder, or one that --follow made\n"));
        try (Stream<Path> left = Files.list(own)) {
            assertThat(left).containsExactly(own.resolve("notes.md"));
        }
    }

    @Test
    void a_misplaced_password_is_not_printed() {
        assertThat(run("load", "a.csv", "postgresql://u:secret@h/d", "--collection", "m")
                        .words())
                .startsWith("dateline: Unmatched argument")
                .doesNotContain("secret");
        assertThat(run("collections", "--database", "postgresql://u:sec/ret@h/d")
                        .words())
                .startsWith("dateline: got an unreadable database address")
                .doesNotContain("ret@");
    }

    @Test
    void a_damaged_file_is_reported_in_one_line() throws Exception {
        Path file = Files.write(folder.resolve("t.fgb"), new byte[] {0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0});
        assertThat(run("load", file.toString(), "--collection", "m", "--database", address))
                .isEqualTo(new Said(
                        1, "dateline: " + file + ": got the end of the file, expected more; is it complete?\n"));
    }

    @Test
    void wrong_usage_exits_with_2() {
        assertThat(run("load", "--collection", "m").exit()).isEqualTo(2);
    }

    @Test
    void stories_are_pushed_each_under_its_name_and_those_with_faults_stay_as_they_were() throws Exception {
        String stories = folder.resolve("stories").toString();
        Catalogs.copy(Catalogs.FLOOD, Path.of(stories, "flood"));
        Path north = Catalogs.copy(Catalogs.CHUKOTKA, Path.of(stories, "north"));
        Files.createDirectories(Path.of(stories, "A b"));
        Files.copy(north.resolve("catalog.yaml"), Path.of(stories, "A b", "catalog.yaml"));
        String database = Postgres.shared().database().toString();

        Said first = run("push", "--stories", stories, "--database", database);
        assertThat(first.words())
                .contains("flood: version ", "north: version ", "got the folder A b, expected small letters")
                .contains("2 stories of " + stories + ": 0 unchanged, 0 with faults");
        assertThat(first.exit()).isZero();

        Path yaml = north.resolve("catalog.yaml");
        String good = Files.readString(yaml);
        Files.writeString(yaml, good.replace("languages:", "langauges:"));
        Said second = run("push", "--stories", stories, "--database", database);
        assertThat(second.words())
                .contains("langauges", "north: ", "nothing of it was pushed", "1 unchanged, 1 with faults")
                .doesNotContain("removed", "flood: version");
        assertThat(second.exit()).isEqualTo(1);

        Files.delete(yaml);
        assertThat(run("push", "--stories", stories, "--database", database).words())
                .contains("north without catalog.yaml, expected one")
                .doesNotContain("north: removed");
        Files.move(north, folder.resolve("elsewhere"));
        Said gone = run("push", "--stories", stories, "--database", database);
        assertThat(gone.words()).contains("north: removed", "1 unchanged, 0 with faults");
        assertThat(gone.exit()).isZero();

        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(run("push", "--stories", empty.toString(), "--database", database)
                        .words())
                .contains("which has no stories, expected at least one");
        assertThat(run("load", table("a,66.5,30.2"), "--collection", "a/b/c", "--database", database)
                        .words())
                .contains("got --collection a/b/c, expected");
    }

    @Test
    void published_frozen_pages_are_those_that_a_server_of_the_database_answers() throws Exception {
        DatabaseAddress database = Postgres.shared().database();
        Path catalog = Catalogs.copy(Catalogs.FLOOD, folder.resolve("catalog"));
        String[] publish = {"publish", "--geodata", catalog.toString(), "--database", database.toString(), "--out"};
        String view = "embed/vale/@" + CatalogLoader.load(catalog).hash().substring(0, 12);
        byte[] page;
        byte[] picture;
        try (Database shared = new Database(database)) {
            CollectionAdmin.open(shared).close();
            Hosting hosting = new Hosting(Hosting.base("https://maps.example/"), null, folder.resolve("state/frozen"));
            try (RunningServer server = new RunningServer(
                    catalog, new Server.Store(shared), TrustedProxies.NONE, hosting.sharing(new FrozenFiles(shared)))) {
                page = server.get("/" + view + "/").body();
                picture = server.get("/" + view + ".png").body();
            }
            // What a server without the database froze here counts for less.
            Path own = Files.createDirectories(catalog.resolve("frozen").resolve(view.replaceFirst(".*@", "")));
            Files.writeString(own.resolve("vale.en.auto.html"), "<p>of another server</p>");
            new FrozenFiles(shared).of("story").keep("0123456789ab/vale.en.auto.html", page);
        }
        Path now = folder.resolve("now");
        assertThat(run(Stream.concat(Stream.of(publish), Stream.of(now.toString()))
                                .toArray(String[]::new))
                        .exit())
                .isZero();
        assertThat(now.resolve(view + "/index.html")).hasBinaryContent(page);
        assertThat(now.resolve(view + ".png")).hasBinaryContent(picture);
        assertThat(now.resolve("embed/vale/@0123456789ab")).doesNotExist();

        // Later the same, from a folder that has never seen that state.
        Path yaml = catalog.resolve("catalog.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "\n# A later state.\n");
        Path later = folder.resolve("later");
        run(Stream.concat(Stream.of(publish), Stream.of(later.toString())).toArray(String[]::new));
        assertThat(later.resolve(view + "/index.html")).hasBinaryContent(page);
        assertThat(later.resolve(view + ".png")).hasBinaryContent(picture);

        // Of many stories, each has its own: the one that was kept above for a story of that name.
        Path stories = folder.resolve("stories");
        Catalogs.copy(Catalogs.FLOOD, stories.resolve("story"));
        Path many = folder.resolve("many");
        Said said = run(
                "publish",
                "--stories",
                stories.toString(),
                "--database",
                database.toString(),
                "--out",
                many.toString());
        assertThat(said.exit()).as(said.words()).isZero();
        assertThat(many.resolve("story/embed/vale/@0123456789ab/index.html")).hasBinaryContent(page);
    }
}
