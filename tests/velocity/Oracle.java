import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.ParseContext;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;
import net.minidev.json.parser.JSONParser;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalContextAdapterImpl;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.util.introspection.Info;

/**
 * Apache Velocity 1.7, set up as API Gateway has it, for differential tests of the engine.
 *
 * <p>Answers each line of input with a line of output, at once. Input: a JSON object with `template`, `body`, and maps
 * `path`, `querystring`, `header`. Output: a JSON string, the rendered text, or `ERROR` and what was thrown. With
 * `times`, it is rendered so often; with `parsed`, it is parsed once for that.
 *
 * <p>On Debian 12: apt-get install --no-install-recommends default-jdk-headless velocity libjsonpath-java
 * libjson-smart-java. `differential.py` compiles and runs it.
 */
public class Oracle {
    private static final JsonSmartJsonProvider PROVIDER =
            new JsonSmartJsonProvider(JSONParser.MODE_PERMISSIVE, JSONValue.defaultReader.DEFAULT_ORDERED);
    private static final ParseContext READER = JsonPath.using(Configuration.builder().jsonProvider(PROVIDER).build());
    private static VelocityEngine shared;

    public static class Input {
        private final String text;
        private final Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();

        Input(Map<String, Object> given) {
            Object body = given.get("body");
            text = body == null || body.equals("") ? "{}" : body.toString();
            for (String part : List.of("path", "querystring", "header")) {
                @SuppressWarnings("unchecked")
                Map<String, Object> values = (Map<String, Object>) given.get(part);
                parameters.put(part, values == null ? new LinkedHashMap<>() : values);
            }
        }

        public String getBody() {
            return text;
        }

        public Object path(String expression) {
            DocumentContext document = READER.parse(text);
            try {
                return document.read(expression);
            } catch (InvalidPathException nothing) {
                return null;
            }
        }

        public String json(String expression) {
            Object found = path(expression);
            // The solidus stays as it is.
            JSONStyle style = new JSONStyle(JSONStyle.FLAG_PROTECT_4WEB);
            return found == null ? "\"\"" : JSONValue.toJSONString(found, style);
        }

        public Object params() {
            return parameters;
        }

        public Object params(String name) {
            return parameters.values().stream()
                    .filter(part -> part.containsKey(name)).findFirst().map(part -> part.get(name)).orElse("");
        }
    }

    public static class Util {
        public String escapeJavaScript(String text) {
            return StringEscapeUtils.escapeJavaScript(text);
        }

        public Object parseJson(String text) {
            return READER.parse(text).json();
        }

        public String urlEncode(String text) throws Exception {
            return URLEncoder.encode(text, "UTF-8");
        }

        public String urlDecode(String text) throws Exception {
            return URLDecoder.decode(text, "UTF-8");
        }

        public String base64Encode(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        public String base64Decode(String text) {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }
    }

    /** Whatever is undefined is the empty string. */
    private static class Undefined implements InvalidReferenceEventHandler {
        @Override
        public Object invalidGetMethod(Context context, String reference, Object target, String property, Info info) {
            return "";
        }

        @Override
        public boolean invalidSetMethod(Context context, String left, String right, Info info) {
            return false;
        }

        @Override
        public Object invalidMethod(Context context, String reference, Object target, String method, Info info) {
            return "";
        }
    }

    private static VelocityEngine engine() throws Exception {
        VelocityEngine engine = new VelocityEngine();
        engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
        engine.setProperty("velocimacro.permissions.allow.inline", "false");
        engine.init();
        instance(engine).removeDirective("evaluate");
        return engine;
    }

    private static RuntimeInstance instance(VelocityEngine engine) throws Exception {
        Field instance = VelocityEngine.class.getDeclaredField("ri");
        instance.setAccessible(true);
        return (RuntimeInstance) instance.get(engine);
    }

    private static String answer(Map<String, Object> given) throws Exception {
        long times = given.get("times") instanceof Number number ? number.longValue() : 1;
        SimpleNode tree = Boolean.TRUE.equals(given.get("parsed")) ? tree((String) given.get("template")) : null;
        String text = "";
        for (long time = 0; time < times; time++) {
            text = tree == null ? render(given) : render(tree, given);
        }
        return text;
    }

    private static SimpleNode tree(String template) throws Exception {
        SimpleNode tree = instance(shared).parse(new StringReader(template), "template");
        tree.init(new InternalContextAdapterImpl(new VelocityContext()), instance(shared));
        return tree;
    }

    private static String render(SimpleNode tree, Map<String, Object> given) throws Exception {
        StringWriter out = new StringWriter();
        InternalContextAdapterImpl context = new InternalContextAdapterImpl(context(given));
        context.pushCurrentTemplateName("template");
        tree.render(context, out);
        return out.toString();
    }

    private static VelocityContext context(Map<String, Object> given) {
        VelocityContext context = new VelocityContext();
        context.put("input", new Input(given));
        context.put("util", new Util());
        EventCartridge handlers = new EventCartridge();
        handlers.addEventHandler(new Undefined());
        handlers.attachToContext(context);
        return context;
    }

    private static String render(Map<String, Object> given) throws Exception {
        String template = (String) given.get("template");
        // A parser remembers the names of macros, so a template with one gets an engine of its own.
        VelocityEngine engine = template.contains("macro") ? engine() : shared;
        StringWriter out = new StringWriter();
        engine.evaluate(context(given), out, "template", template);
        return out.toString();
    }

    public static void main(String[] arguments) throws Exception {
        shared = engine();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String answer;
            try {
                @SuppressWarnings("unchecked")
                Map<String, Object> given = (Map<String, Object>) PROVIDER.parse(line);
                answer = answer(given);
            } catch (Throwable problem) {
                answer = "ERROR " + problem;
            }
            out.println(JSONValue.toJSONString(answer));
            out.flush();
        }
    }
}
