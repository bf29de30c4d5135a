package io.groundswell.kit.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/**
 * Reads a body that is not bulk: as a whole, within the limit, JSON as UTF-8 (RFC 8259 §8.1), and not empty when the
 * operation takes one. A bulk body is passed on as it arrives.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class WholeBody implements ReaderInterceptor {
    private final BodyLimit limit;

    /** Reads up to this limit. */
    public WholeBody(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && BodyLimit.isBulk(type.toString())) {
            context.setInputStream(
                    new ArrivingBody(context.getInputStream(), context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH)));
            return context.proceed();
        }
        byte[] body = read(context.getInputStream());
        if (body.length == 0) {
            throw missing("This operation needs a body.");
        }
        if (type != null && isJson(type)) {
            checkEncoding(type, body);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        Object entity = context.proceed();
        if (entity == null) {
            throw missing("This operation needs a JSON document other than null as its body.");
        }
        return entity;
    }

    private byte[] read(@Nullable InputStream in) throws IOException {
        if (in == null) {
            return new byte[0];
        }
        byte[] body = in.readNBytes(Math.toIntExact(limit.maxBytes() + 1));
        if (body.length <= limit.maxBytes()) {
            return body;
        }
        // a client that is still writing would lose the answer with the connection, so the rest is read first
        byte[] sink = new byte[8192];
        long drained = 0;
        for (int n = in.read(sink); n >= 0; n = in.read(sink)) {
            drained += n;
            if (drained > BodyLimit.MAX_DRAINED_BYTES) {
                throw limit.tooLarge().withHeader("Connection", "close");
            }
        }
        throw limit.tooLarge();
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static void checkEncoding(MediaType type, byte[] body) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw malformed("JSON is read as UTF-8, not as " + charset + ".");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw malformed("The body is not well-formed UTF-8.");
        }
        for (byte b : body) {
            // a raw NUL is never JSON; it is how UTF-16, which the parser would silently accept, looks as UTF-8
            if (b == 0) {
                throw malformed("The body is not UTF-8: it has NUL bytes.");
            }
        }
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_JSON, detail,
                List.of(FieldError.field("", "wrong-encoding", detail)));
    }

    private static ProblemException missing(String detail) {
        return ProblemException.of(ProblemType.MISSING_BODY, detail);
    }
}
