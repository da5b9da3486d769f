package dev.understudy.report;

import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.TestResult;
import dev.understudy.privacy.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Gates and privacy tests as JUnit XML: what fails is a failure, what settles nothing is skipped. */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(writer).write(report);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing fails on a writer in memory", e);
        }
        return text.toString();
    }

    private void write(Report report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        suite(
                "gates",
                report.gates().size(),
                report.gates().stream().map(Gate::verdict).toList());
        for (Gate gate : report.gates()) {
            // An inconclusive gate that was asked to pass is a failure, not a skip.
            Verdict verdict = gate.stops() ? Verdict.FAIL : gate.verdict();
            testCase(
                    "gates",
                    gate.name(),
                    verdict,
                    "%s; measured %s, asked for %s"
                            .formatted(gate.verdict(), text(gate.value()), text(gate.threshold())));
        }
        xml.writeEndElement();
        for (PrivacyResult result : report.privacy()) {
            String name = "privacy of " + result.subject();
            suite(
                    name,
                    result.tests().size(),
                    result.tests().stream().map(TestResult::verdict).toList());
            for (TestResult test : result.tests()) {
                testCase(
                        name,
                        test.test() + " " + test.name(),
                        test.verdict(),
                        "%s; value %s, threshold %s. %s"
                                .formatted(test.verdict(), text(test.value()), text(test.threshold()), test.note()));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, int tests, List<Verdict> verdicts) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("failures", count(verdicts, Verdict.FAIL));
        xml.writeAttribute("skipped", count(verdicts, Verdict.INCONCLUSIVE));
    }

    private static String count(List<Verdict> verdicts, Verdict wanted) {
        return String.valueOf(verdicts.stream().filter(wanted::equals).count());
    }

    private void testCase(String suite, String name, Verdict verdict, String message) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", name);
        if (verdict != Verdict.PASS) {
            xml.writeStartElement(verdict == Verdict.FAIL ? "failure" : "skipped");
            xml.writeAttribute("message", message);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }
}
