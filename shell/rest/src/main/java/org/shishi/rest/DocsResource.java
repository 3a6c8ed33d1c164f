package org.shishi.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The description as a page to read, without a script and without a network. */
@Component(service = Resource.class, property = "describes=api")
public final class DocsResource implements Resource {

    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;max-width:64rem;
              margin:2rem auto;padding:0 1rem}
            h2{margin-top:2rem;font-size:1.05rem;font-family:ui-monospace,monospace;overflow-wrap:anywhere}
            code,.m{font-family:ui-monospace,monospace}
            .m{display:inline-block;min-width:4.5rem;font-weight:700}
            li{margin:.25rem 0}table{border-collapse:collapse;display:block;overflow-x:auto}
            td,th{border:1px solid #8888;padding:.2rem .5rem;text-align:left}
            """;

    private final OpenApiResource openApi;

    @Activate
    public DocsResource(@Reference OpenApiResource openApi) {
        this.openApi = openApi;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", "/docs", "This description as a page", exchange -> page())
                .described(d -> d.answersFile("text/html")));
    }

    private Reply page() {
        Map<String, Object> document = openApi.document();
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<title>实事 · REST 接口</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>实事 · REST 接口</h1>")
                .append("<p>地址前缀 <code>/api/v1</code>；先 <code>POST /tokens</code> 取得令牌，再在请求头中带上 ")
                .append("<code>Authorization: Bearer …</code>。机器可读的描述：<a href=\"openapi.json\">openapi.json</a></p>");
        object(document.get("paths")).forEach((path, operations) -> path(html, path, object(operations)));
        html.append("<h1>数据</h1>");
        object(object(document.get("components")).get("schemas"))
                .forEach((name, schema) -> schema(html, name, object(schema)));
        html.append("</main></body></html>");
        byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        return new Reply(
                200,
                Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
                "text/html",
                out -> out.write(bytes));
    }

    private static void path(StringBuilder html, String path, Map<String, Object> operations) {
        html.append("<h2>").append(escape(path)).append("</h2><ul>");
        operations.forEach((method, operation) -> html.append("<li><span class=\"m\">")
                .append(method.toUpperCase(java.util.Locale.ROOT))
                .append("</span> ")
                .append(escape(String.valueOf(object(operation).get("summary"))))
                .append("</li>"));
        html.append("</ul>");
    }

    /** A list is shown by what it holds. */
    private static void schema(StringBuilder html, String name, Map<String, Object> schema) {
        Map<String, Object> shown = schema.containsKey("items") ? object(schema.get("items")) : schema;
        html.append("<h2>").append(escape(name)).append("</h2><table>");
        properties(shown).forEach((field, property) -> html.append("<tr><th scope=\"row\">")
                .append(escape(field))
                .append("</th><td>")
                .append(escape(String.valueOf(object(property).getOrDefault("title", ""))))
                .append("</td><td><code>")
                .append(escape(String.valueOf(
                        object(property).getOrDefault("type", object(property).get("$ref")))))
                .append("</code> ")
                .append(escape(String.valueOf(object(property).getOrDefault("enum", ""))))
                .append("</td></tr>"));
        html.append("</table>");
    }

    private static Map<String, Object> properties(Map<String, Object> schema) {
        return schema.containsKey("properties") ? object(schema.get("properties")) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object plain) {
        return (Map<String, Object>) plain;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
