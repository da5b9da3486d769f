package dev.understudy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A report as one HTML file that needs no network: data, style, script and the chart library are inside. */
public final class ReportPage {
    private ReportPage() {}

    public static String of(Report report) {
        // A closing tag inside a string would end the script element.
        String data = ReportJson.compact(report).replace("</", "<\\/").replace("<!--", "<\\u0021--");
        return resource("page.html")
                .replace("/*STYLE*/", resource("page.css"))
                .replace("/*ECHARTS*/", resource("echarts/echarts.min.js"))
                .replace("/*SCRIPT*/", resource("page.js"))
                .replace("/*DATA*/", data);
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file %s cannot be read".formatted(name), e);
        }
    }
}
