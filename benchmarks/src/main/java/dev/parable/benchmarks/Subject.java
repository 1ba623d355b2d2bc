package dev.parable.benchmarks;

/** What is measured in each round. */
enum Subject {
    COMPOSER_TWO("composer, two threads"),
    COMPOSER_ONE("composer, one thread"),
    ZSTD_TWO("Zstandard level 3, two threads"),
    MAIN_JOB("generate: composer, gates, duplicates, shards, report");

    final String title;

    Subject(String title) {
        this.title = title;
    }
}
