package org.dateline.http.errors;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** The one place where exceptions become HTTP: what the caller sent is explained, what failed inside is not. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<byte[]> {

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            return Problem.write(
                    response,
                    status.getReason(),
                    "got " + context.getRequest().getMethod() + ", expected " + HttpMethod.GET + " or "
                            + HttpMethod.HEAD);
        }
        String detail = status.getCode() >= 500 || !context.hasErrors()
                ? "The request could not be answered."
                : context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return Problem.write(response, status.getReason(), detail);
    }
}
