package dev.understudy.engine;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.random.Draws;
import dev.understudy.semantic.LetterCase;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hot paths, on rows in memory and one thread: learning, generating, making texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private static final int CUSTOMERS = 2_000;
    private static final int TEXTS = 1_000;

    private MemoryDatabase real;
    private DatabaseModel model;
    private TextMaker names;
    private long next;

    @Setup
    public void learnOnce() {
        real = Shop.rows(CUSTOMERS, 7);
        model = learn();
        MeaningRecipe recipe = new MeaningRecipe(Meaning.EMAIL, "en", "", 40, true, LetterCase.MIXED, List.of());
        names = TextMaker.of(
                recipe, Draws.seeded(1).at("people"), Draws.seeded(1).at("email"));
    }

    /** Encodes and learns a shop of 2,000 customers. */
    @Benchmark
    public DatabaseModel learn() {
        LearnSettings settings = LearnSettings.DEFAULT.withThreads(1);
        return new DatabaseLearner(Shop.request(settings), LearnProgress.NONE).learn(real);
    }

    /** Generates a shop of the same size into memory. */
    @Benchmark
    public Object generate() {
        MemoryDatabase target = new MemoryDatabase();
        GenerateSettings settings = new GenerateSettings(1, Map.of(), 42, 1);
        new DatabaseGenerator(model, settings, GenerateProgress.NONE).generate(target);
        return target;
    }

    /** Makes a thousand e-mail addresses, all different. */
    @Benchmark
    public int makeTexts() {
        int characters = 0;
        for (int i = 0; i < TEXTS; i++) {
            characters += names.make(next, next, next).length();
            next++;
        }
        return characters;
    }
}
