package org.carillon.hub.demo;

import java.util.Map;

/** What the officer of the story writes. */
public final class DemoTexts {
    private DemoTexts() {}

    public static Map<String, Object> boilWater() {
        return Map.of(
                "en",
                        text(
                                "Boil water",
                                "Boil tap water before drinking",
                                "Bacteria were found in the water main.",
                                "Boil water for one minute before you drink it, cook with it or brush your teeth."),
                "es",
                        text(
                                "Hervir el agua",
                                "Hierva el agua del grifo antes de beberla",
                                "Se han encontrado bacterias en la red.",
                                "Hierva el agua un minuto antes de beber, cocinar o lavarse los dientes."),
                "ar",
                        text(
                                "غلي الماء",
                                "يجب غلي ماء الصنبور قبل الشرب",
                                "وُجدت بكتيريا في شبكة المياه.",
                                "يرجى غلي الماء دقيقة واحدة قبل الشرب أو الطبخ أو تنظيف الأسنان."));
    }

    static Map<String, Object> waterTrucks() {
        return Map.of(
                "en",
                        text(
                                "Boil water",
                                "Keep boiling tap water; drinking water at the market",
                                "Water trucks stand at the market from 9 to 18.",
                                "Boil tap water for one minute, or fetch drinking water at the market with clean containers."),
                "es",
                        text(
                                "Hervir el agua",
                                "Siga hirviendo el agua; agua potable en el mercado",
                                "Hay camiones de agua en el mercado de 9 a 18.",
                                "Hierva el agua un minuto o recoja agua potable en el mercado con recipientes limpios."),
                "ar",
                        text(
                                "غلي الماء",
                                "استمروا في غلي الماء. ماء الشرب متوفر في السوق",
                                "شاحنات الماء في السوق من 9 إلى 18.",
                                "يرجى غلي ماء الصنبور دقيقة واحدة أو أخذ ماء الشرب من السوق في أوعية نظيفة."));
    }

    static Map<String, Object> allClear() {
        return Map.of(
                "en",
                        text(
                                "Boil water",
                                "Tap water is safe again",
                                "All samples were clean.",
                                "Run the tap for one minute, then use the water as usual."),
                "es",
                        text(
                                "Hervir el agua",
                                "El agua del grifo vuelve a ser segura",
                                "Todas las muestras están limpias.",
                                "Deje correr el agua un minuto y úsela con normalidad."),
                "ar",
                        text(
                                "غلي الماء",
                                "ماء الصنبور آمن من جديد",
                                "كل العينات نظيفة.",
                                "يرجى ترك الماء يجري دقيقة واحدة ثم استعماله كالمعتاد."));
    }

    private static Map<String, String> text(String event, String headline, String description, String instruction) {
        return Map.of("event", event, "headline", headline, "description", description, "instruction", instruction);
    }
}
