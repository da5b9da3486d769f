package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Viewers, and films that they rate and watch on some device: how good a film is, and who watches it in bed, nothing in its
 * row tells.
 */
final class Films {
    static final TableName VIEWER = new TableName("", "viewer");
    static final TableName FILM = new TableName("", "film");
    static final TableName RATING = new TableName("", "rating");

    private static final int VIEWERS = 1500;
    private static final int FILMS = 600;
    private static final int STARS = 10;
    private static final List<String> DEVICES = List.of("television", "telephone", "laptop");

    private Films() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(VIEWER, "id", INT, "age", INT),
                        table(FILM, "id", INT, "year", INT, "minutes", INT),
                        table(RATING, "id", INT, "viewer_id", INT, "film_id", INT, "stars", INT, "device", TEXT)),
                List.of(
                        link("rating_viewer", RATING, "viewer_id", VIEWER),
                        link("rating_film", RATING, "film_id", FILM)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        double[] quality = new double[FILMS];
        double[] onTelephone = new double[FILMS];
        for (int film = 0; film < FILMS; film++) {
            quality[film] = 3 * (random.nextDouble() + random.nextDouble() - 1);
            onTelephone[film] = random.nextDouble();
            database.add(
                    FILM,
                    row("id", 1L + film, "year", 1990L + random.nextInt(30), "minutes", 80L + random.nextInt(60)));
        }
        long id = 0;
        for (long viewer = 1; viewer <= VIEWERS; viewer++) {
            database.add(VIEWER, row("id", viewer, "age", 18L + random.nextInt(60)));
            int seen = 5 + random.nextInt(30);
            Set<Integer> films = new HashSet<>();
            while (films.size() < seen) {
                // The square makes some films far better known than others.
                films.add((int) (FILMS * random.nextDouble() * random.nextDouble()));
            }
            for (int film : films) {
                double stars = 5.5 + quality[film] + 4 * (random.nextDouble() + random.nextDouble() - 1);
                int device = random.nextDouble() < onTelephone[film] ? 1 : random.nextInt(2) * 2;
                database.add(
                        RATING,
                        row(
                                "id",
                                ++id,
                                "viewer_id",
                                viewer,
                                "film_id",
                                1L + film,
                                "stars",
                                Math.max(1, Math.min(STARS, Math.round(stars))),
                                "device",
                                DEVICES.get(device)));
            }
        }
        return database;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
