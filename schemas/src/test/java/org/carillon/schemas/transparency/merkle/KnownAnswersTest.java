package org.carillon.schemas.transparency.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers that certificate-transparency's reference implementations give (RFC 6962 and 9162, SHA-256). */
class KnownAnswersTest {
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final MerkleTree tree = new MerkleTree();

    @Test
    void shouldHaveTheKnownRootAtEverySize() {
        Frontier frontier = Frontier.EMPTY;
        assertThat(tree.root().hex()).isEqualTo(ROOTS.getFirst());
        assertThat(frontier.root().hex()).isEqualTo(ROOTS.getFirst());

        for (int size = 1; size <= ENTRIES.size(); size++) {
            TreeHash leaf = leaf(ENTRIES.get(size - 1));
            tree.append(leaf);
            frontier = frontier.append(leaf);

            assertThat(tree.root().hex()).isEqualTo(ROOTS.get(size));
            assertThat(frontier.root()).isEqualTo(tree.root());
        }
        for (int size = 0; size <= ENTRIES.size(); size++) {
            assertThat(tree.root(size).hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void shouldProveInclusionAsKnown(int index, int size, String path) {
        grow();

        InclusionProof proof = tree.inclusion(index, size);

        assertThat(proof.path()).isEqualTo(hashes(path));
        assertThat(proof.holds(leaf(ENTRIES.get(index)), TreeHash.ofHex(ROOTS.get(size))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "3, 7, 0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7 07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7 fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125 837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e",
        "4, 8, 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
    })
    void shouldProveConsistencyAsKnown(int first, int second, String path) {
        grow();

        ConsistencyProof proof = tree.consistency(first, second);

        assertThat(proof.path()).isEqualTo(hashes(path));
        assertThat(proof.holds(TreeHash.ofHex(ROOTS.get(first)), TreeHash.ofHex(ROOTS.get(second))))
                .isTrue();
    }

    @Test
    void shouldSayWhatCannotBeProved() {
        grow();

        assertThatThrownBy(() -> tree.inclusion(8, 8)).hasMessageContaining("has none at 8");
        assertThatThrownBy(() -> tree.inclusion(0, 9)).hasMessageContaining("between 0 and 8");
        assertThatThrownBy(() -> tree.consistency(5, 4)).hasMessageContaining("first");
        assertThatThrownBy(() -> tree.consistency(1, 9)).hasMessageContaining("between 0 and 8");
        assertThatThrownBy(() -> tree.root(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Frontier(3, List.of())).hasMessageContaining("2 complete subtrees");
        assertThatThrownBy(() -> TreeHash.ofHex("00")).hasMessageContaining("32 bytes");
    }

    private void grow() {
        ENTRIES.forEach(entry -> tree.append(leaf(entry)));
    }

    private static TreeHash leaf(String hex) {
        return TreeHash.leaf(HexFormat.of().parseHex(hex));
    }

    private static List<TreeHash> hashes(String path) {
        return Stream.of(path.split(" "))
                .filter(hash -> !hash.isEmpty())
                .map(TreeHash::ofHex)
                .toList();
    }
}
