package org.carillon.router.audience.index;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes {@link IndexStore}s. There is nothing to log or to cache: the audience topic is the log and the store is in memory. */
public final class IndexStoreBuilder implements StoreBuilder<IndexStore> {
    private final String name;

    public IndexStoreBuilder(String name) {
        this.name = name;
    }

    @Override
    public IndexStore build() {
        return new IndexStore(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StoreBuilder<IndexStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<IndexStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<IndexStore> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<IndexStore> withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }
}
