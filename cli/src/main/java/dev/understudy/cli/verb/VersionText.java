package dev.understudy.cli.verb;

import dev.understudy.job.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"understudy " + Version.TEXT};
    }
}
