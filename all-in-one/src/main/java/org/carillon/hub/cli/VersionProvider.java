package org.carillon.hub.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version that the build has put into the jar. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        @Nullable String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"carillon " + (version == null ? "(not packaged)" : version)};
    }
}
