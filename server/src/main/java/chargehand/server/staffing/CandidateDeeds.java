package chargehand.server.staffing;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Records what is done with an application. The record is never changed, and applicants are to be forgotten: so what
/// it
/// says of them is sealed with a key of their own, AES-GCM, which is destroyed with the application. What stays is that
/// something was done, by whom and when.
@Component
class CandidateDeeds {
    private static final String SEALED = "sealed";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    CandidateDeeds(JdbcClient jdbc, Audit audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
    }

    /// In the transaction of the deed.
    void record(Caller caller, String action, Vacancy vacancy, UUID application, Map<String, Object> detail) {
        var sealed = detail.isEmpty()
                ? Map.<String, Object>of()
                : Map.<String, Object>of(SEALED, seal(key(application), json.writeValueAsString(detail)));
        audit.record(caller, action, "application", application, vacancy.project(), sealed);
    }

    /// @param detail as it was before it was sealed
    record Deed(Instant at, String name, String action, Map<String, Object> detail) {}

    /// The first first, legible as long as the application is there.
    List<Deed> of(UUID application) {
        return audit.about("application", application).stream()
                .map(each -> new Deed(each.at(), each.name(), each.action(), opened(application, each.detail())))
                .toList();
    }

    private Map<String, Object> opened(UUID application, String detail) {
        var said = map(detail);
        return said.get(SEALED) instanceof String sealed ? map(open(key(application), sealed)) : said;
    }

    private Map<String, Object> map(String detail) {
        return json.readValue(detail, new TypeReference<Map<String, Object>>() {});
    }

    private SecretKeySpec key(UUID application) {
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        jdbc.sql("""
                insert into staffing.candidate_key (application, key) values (:application, :key) on conflict do nothing
                """).param("application", application).param("key", fresh).update();
        var key = jdbc.sql("select key from staffing.candidate_key where application = :application")
                .param("application", application)
                .query((row, number) -> row.getBytes("key"))
                .single();
        return new SecretKeySpec(key, "AES");
    }

    private String seal(SecretKeySpec key, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    private static String open(SecretKeySpec key, String text) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        var nonce = new byte[NONCE_BYTES];
        var sealed = new byte[bytes.remaining() - NONCE_BYTES];
        bytes.get(nonce).get(sealed);
        return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A deed could not be sealed or read.", impossible);
        }
    }
}
