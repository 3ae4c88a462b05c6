package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import java.util.List;
import java.util.Optional;

/**
 * A name that belongs to one NIC's line.
 *
 * @param device for a hop or a member of a fork
 * @param hop place on the path that it is tied to
 * @param verdict how well that tie is known; a hop's own step is not in it
 * @param evidence of that tie; empty for a hop
 */
record Stop(Sort sort, String name, Optional<DeviceId> device, int hop, Verdict verdict, List<Origin> evidence) {}
