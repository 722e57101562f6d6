package org.carillon.schemas.topic;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** A record's component may be missing or null in JSON only where the record says {@code @Nullable}. */
final class RequiredComponents extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        return isRequired(member) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(member);
    }

    private static boolean isRequired(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getOwner() instanceof AnnotatedConstructor owner
                && owner.getDeclaringClass().isRecord()
                && !isNullable(owner.getAnnotated(), parameter.getIndex());
    }

    private static boolean isNullable(Constructor<?> constructor, int index) {
        RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
        return constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class)
                || (constructor.getParameterCount() == components.length
                        && components[index].getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
