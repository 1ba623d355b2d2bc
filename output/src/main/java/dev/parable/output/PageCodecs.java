package dev.parable.output;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * The compression of Parquet pages without Hadoop, from which parquet-java takes its own. Written is Zstandard, at one
 * level and without worker threads, so that the same pages give the same bytes; read are also Snappy and gzip, which
 * other writers use by default.
 */
final class PageCodecs implements CompressionCodecFactory {

    static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("pages are written by ZSTD, not by %s".formatted(codec));
        }
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(codec);
    }

    @Override
    public void release() {}

    private static final class Compressor implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes(), LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    private static final class Decompressor implements BytesInputDecompressor {

        private final CompressionCodecName codec;

        Decompressor(CompressionCodecName codec) {
            this.codec = codec;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(plain(bytes.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            byte[] packed = new byte[compressedSize];
            input.get(packed);
            output.put(plain(packed, size));
        }

        private byte[] plain(byte[] packed, int size) throws IOException {
            byte[] plain = new byte[size];
            long length = switch (codec) {
                case ZSTD -> Zstd.decompress(plain, packed);
                case SNAPPY -> Snappy.uncompress(packed, 0, packed.length, plain, 0);
                case GZIP -> gunzip(packed, plain);
                case UNCOMPRESSED -> copied(packed, plain);
                default ->
                    throw new IOException("pages are compressed by %s; read are ZSTD, SNAPPY, GZIP and no compression"
                            .formatted(codec));
            };
            if (length != size) {
                String why = codec == CompressionCodecName.ZSTD && Zstd.isError(length)
                        ? Zstd.getErrorName(length)
                        : length + " bytes";
                throw new IOException("a page of %d bytes does not decompress: %s".formatted(size, why));
            }
            return plain;
        }

        private static long copied(byte[] packed, byte[] plain) {
            System.arraycopy(packed, 0, plain, 0, Math.min(packed.length, plain.length));
            return packed.length;
        }

        private static long gunzip(byte[] packed, byte[] plain) throws IOException {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return in.readNBytes(plain, 0, plain.length);
            }
        }

        @Override
        public void release() {}
    }
}
