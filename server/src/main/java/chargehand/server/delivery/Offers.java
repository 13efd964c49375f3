package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Offers and signatures, as they are stored: for good.
@Repository
class Offers {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Offers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The last offer of each change that has one, unless it was withdrawn.
    Map<UUID, Offer> last(Collection<UUID> changes) {
        var last = new HashMap<UUID, Offer>();
        jdbc.sql("""
                select distinct on (change) * from delivery.offer where change = any(cast(:changes as uuid[]))
                order by change, number desc
                """).param("changes", changes.toArray(UUID[]::new)).query(row -> {
            if (row.getObject("withdrawn_at") == null) last.put(ChangeRequests.uuid(row, "change"), offer(row));
        });
        return last;
    }

    private Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                ChangeRequests.uuid(row, "id"),
                ChangeRequests.uuid(row, "change"),
                row.getInt("number"),
                json.readValue(row.getString("terms"), Offer.Terms.class),
                new Offer.Text(row.getString("text_en"), row.getString("hash_en")),
                new Offer.Text(row.getString("text_de"), row.getString("hash_de")),
                row.getObject("draft", UUID.class),
                row.getLong("draft_edited"),
                row.getLong("plan_version"),
                Objects.requireNonNull(ChangeRequests.deed(row, "offered")));
    }

    int nextNumber(UUID change) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from delivery.offer where change = :change")
                .param("change", change)
                .query(Integer.class)
                .single();
    }

    void insert(Offer offer) {
        jdbc.sql("""
                insert into delivery.offer (id, change, number, terms, text_en, text_de, hash_en, hash_de, draft,
                    draft_edited, plan_version, offered_by, offered_name, offered_at)
                values (:id, :change, :number, cast(:terms as jsonb), :english, :german, :hashEn, :hashDe, :draft,
                    :edited, :plan, :by, :name, :at)
                """)
                .param("id", offer.id())
                .param("change", offer.change())
                .param("number", offer.number())
                .param("terms", json.writeValueAsString(offer.terms()))
                .param("english", offer.english().text())
                .param("german", offer.german().text())
                .param("hashEn", offer.english().hash())
                .param("hashDe", offer.german().hash())
                .param("draft", offer.draft(), java.sql.Types.OTHER)
                .param("edited", offer.draftEdited())
                .param("plan", offer.planVersion())
                .param("by", offer.offered().account())
                .param("name", offer.offered().name())
                .param("at", ChangeRequests.utc(offer.offered().at()))
                .update();
    }

    void withdraw(UUID change, Instant at) {
        jdbc.sql("update delivery.offer set withdrawn_at = :at where change = :change and withdrawn_at is null")
                .param("change", change)
                .param("at", ChangeRequests.utc(at))
                .update();
    }

    Map<UUID, Signature> signatures(Collection<UUID> changes) {
        var signed = new HashMap<UUID, Signature>();
        jdbc.sql("""
                select s.*, s.account as signed_by, o.number from delivery.signature s
                join delivery.offer o on o.id = s.offer
                where s.change = any(cast(:changes as uuid[]))
                """).param("changes", changes.toArray(UUID[]::new)).query(row -> {
            signed.put(ChangeRequests.uuid(row, "change"), signature(row));
        });
        return signed;
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                ChangeRequests.uuid(row, "change"),
                row.getInt("number"),
                row.getString("name"),
                row.getString("language"),
                row.getString("hash"),
                Objects.requireNonNull(ChangeRequests.deed(row, "signed")),
                row.getObject("version", Long.class),
                row.getObject("baseline", UUID.class));
    }

    void sign(Signature signature, UUID offer) {
        Deed signed = signature.signed();
        jdbc.sql("""
                insert into delivery.signature (change, offer, name, language, hash, account, signed_name, signed_at,
                    version, baseline)
                values (:change, :offer, :name, :language, :hash, :account, :signedName, :at, :version, :baseline)
                """)
                .param("change", signature.change())
                .param("offer", offer)
                .param("name", signature.name())
                .param("language", signature.language())
                .param("hash", signature.hash())
                .param("account", signed.account())
                .param("signedName", signed.name())
                .param("at", ChangeRequests.utc(signed.at()))
                .param("version", signature.version(), java.sql.Types.BIGINT)
                .param("baseline", signature.baseline(), java.sql.Types.OTHER)
                .update();
    }

    /// The texts that were signed, in the language in which they were read; of a change that nobody has signed there is
    /// none.
    Map<UUID, Offer.Text> signedTexts(Collection<UUID> changes) {
        var texts = new HashMap<UUID, Offer.Text>();
        if (changes.isEmpty()) return texts;
        jdbc.sql("""
                select s.change, s.hash, case s.language when 'de' then o.text_de else o.text_en end as text
                from delivery.signature s join delivery.offer o on o.id = s.offer
                where s.change = any(cast(:changes as uuid[]))
                """).param("changes", changes.toArray(UUID[]::new)).query(row -> {
            texts.put(ChangeRequests.uuid(row, "change"), new Offer.Text(row.getString("text"), row.getString("hash")));
        });
        return texts;
    }
}
