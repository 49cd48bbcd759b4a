package io.particlearena.nn;

import org.bytedeco.javacpp.Loader;

/** The CUDA libraries on this program's class path, known by name only, since the usual build is without them. */
final class InstalledCudaLibraries implements CudaLibraries {

    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";
    private static final String[] NEEDED = {"org.bytedeco.cuda.global.cudart", "org.bytedeco.cuda.global.cublas"};

    @Override
    public boolean present() {
        return InstalledCudaLibraries.class.getClassLoader().getResource(BACKEND) != null;
    }

    @Override
    public void load() {
        for (String name : NEEDED) {
            try {
                Loader.load(Class.forName(name));
            } catch (ClassNotFoundException e) {
                throw new NoClassDefFoundError(name);
            }
        }
    }
}
