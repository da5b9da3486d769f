package dev.understudy.semantic;

/** The lists of words by which meanings of columns are told. Reading them takes half a second, once a process. */
public final class WordLists {
    private WordLists() {}

    /** Starts reading them beside whatever comes first, so that they are there when columns are judged. Returns at once. */
    public static void readAhead() {
        Thread reader = new Thread(
                () -> {
                    for (KnownWords words : KnownWords.values()) {
                        words.read();
                    }
                },
                "word-lists");
        reader.setDaemon(true);
        reader.start();
    }
}
