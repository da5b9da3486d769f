package dev.understudy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report into a folder: a page, JSON, JUnit XML, and the release card in two forms. */
public final class ReportFiles {
    /** The page among them. */
    public static final String PAGE = "report.html";

    private ReportFiles() {}

    /** @param folder is made if missing; earlier files of a report in it are replaced */
    public static void write(Path folder, Report report, ReleaseFacts facts) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(PAGE), ReportPage.of(report));
        Files.writeString(folder.resolve("report.json"), ReportJson.of(report) + "\n");
        Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(report) + "\n");
        ReleaseCard card = ReleaseCard.of(report, facts);
        Files.writeString(folder.resolve("release-card.json"), ReportJson.of(card) + "\n");
        Files.write(folder.resolve("release-card.md"), card.markdown());
    }
}
