package org.carillon.rendering.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML file of the catalogue, its keys joined by dots.
 *
 * @param name for messages about it
 * @param values strings, or lists of strings
 */
record YamlFile(String name, Map<String, Object> values) {

    /** Reads a file of the class path, relative to this package. */
    static YamlFile read(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        flatten("", load(name), values);
        return new YamlFile(name, values);
    }

    /** The same as it stands, without joining keys. */
    static Map<String, Object> tree(String name) {
        if (load(name) instanceof Map<?, ?> map) {
            Map<String, Object> tree = new LinkedHashMap<>();
            map.forEach((key, value) -> tree.put(String.valueOf(key), value));
            return tree;
        }
        throw new CatalogueException(name + ": keys and values are expected");
    }

    private static Object load(String name) {
        try (InputStream in = YamlFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new CatalogueException(name + ": missing");
            }
            return new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlEngineException e) {
            throw new CatalogueException(name + ": " + e.getMessage());
        }
    }

    String string(String key) {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw new CatalogueException(name + ": " + key + ": a text is expected");
    }

    boolean flag(String key) {
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw new CatalogueException(name + ": " + key + ": true or false is expected");
    }

    List<String> list(String key) {
        if (values.get(key) instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        throw new CatalogueException(name + ": " + key + ": a list of words is expected");
    }

    private static void flatten(String prefix, Object node, Map<String, Object> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, into));
        } else {
            into.put(prefix, node);
        }
    }
}
